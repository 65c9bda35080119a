import { applyDecorators, Controller } from '@nestjs/common';
import { ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ProblemBody } from './problems/problem-body.js';

const API = 'api/v1/:tenant';

const problem = (status: number, description: string): ClassDecorator & MethodDecorator =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemBody' } } },
  });

/** A controller below `/api/v1/{tenant}/…`: path, documentation and the answers that every route can give. */
export const TenantController = (path: string, tag: string): ClassDecorator =>
  applyDecorators(
    Controller(`${API}/${path}`.replace(/\/$/, '')),
    ApiTags(tag),
    ApiParam({ name: 'tenant', type: String, example: 'taishan', description: '城市代号' }),
    problem(400, '内容有误'),
    problem(401, '没有登录'),
    problem(403, '没有权限'),
    problem(404, '没有找到'),
    problem(409, '内容已变化'),
    problem(422, '不能办理'),
  );

/** Registered once with the documentation, so that the reference above resolves. */
export const SHARED_MODELS = [ProblemBody] as const;
