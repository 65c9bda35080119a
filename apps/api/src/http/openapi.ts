import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SHARED_MODELS } from './tenant-controller.js';

/** The description of every route, made from the controllers and DTO classes themselves. */
function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('承办 Chengban')
    .setDescription('实施方案、承办事项、报送与审核、流程定义。错误一律为 RFC 9457 问题文档。')
    .setVersion('1')
    .addCookieAuth('chengban_session')
    .build();
  return SwaggerModule.createDocument(app, config, { extraModels: [...SHARED_MODELS] });
}

/** GET /api/openapi.json; made at the first request, because nobody asks for it on an ordinary start. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', async (_, reply) => reply.send((document ??= openApiDocument(app))));
}
