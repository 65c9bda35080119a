import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { setRevision } from '../http/if-match.js';
import type { ActAnswer } from '../instances/instances.module.js';
import { ActAnswerDto } from './tasks.dto.js';

/** What every act on a task has in common. */
export const Act = (): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: '同一操作重复提交时使用同一个值' }),
    ApiHeader({ name: 'If-Match', required: false, description: '您看到的 revision，例如 "3"；已被更新时答复 409' }),
    ApiOkResponse({ type: ActAnswerDto }),
  );

/** The answer with the new revision as its ETag. */
export async function answered(reply: FastifyReply, acting: Promise<ActAnswer>): Promise<ActAnswer> {
  const answer = await acting;
  setRevision(reply, answer.instance.revision);
  return answer;
}
