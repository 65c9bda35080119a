import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppOptions } from './app.module.js';
import { fastifyAdapter } from './http/fastify-adapter.js';
import { serveOpenApi } from './http/openapi.js';
import { registerPlugins } from './http/plugins.js';
import { ProblemFilter } from './http/problems/problem.filter.js';
import { serveWebApps } from './http/static/web-apps.js';
import { validationPipe } from './http/validation/validation.pipe.js';

/** The whole server, ready to listen: the same for a start from the command line and for tests. */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(options),
    fastifyAdapter(options.settings),
    { logger: ['error', 'warn', 'fatal'], abortOnError: false },
  );
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  await registerPlugins(app, options.settings);
  serveOpenApi(app);
  serveWebApps(app, options.settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
