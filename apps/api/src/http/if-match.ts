import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problems/problem.js';

/**
 * The revision in an If-Match header, `"12"` or `W/"12"`; null when absent or `*` (any revision will do).
 * @throws Problem 400 `invalid-if-match`
 */
export function parseIfMatch(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const found = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header);
  if (!found)
    throw new Problem({
      status: 400,
      code: 'invalid-if-match',
      title: '页面版本号有误',
      detail: '请刷新页面后再试；通过接口提交时，If-Match 应当是上次收到的 ETag。',
    });
  return Number(found[1]);
}

/** The revision that the author of the request saw: a controller parameter of type `number | null`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null =>
  parseIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

export const setRevision = (reply: FastifyReply, revision: number): void => void reply.header('ETag', `"${revision}"`);
