import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import {
  canonicalJson,
  type Actor,
  type AppAbility,
  type ItemAnswer,
  type Json,
  type JsonObject,
  type TaskAct as ActOnTask,
} from '@chengban/domain';
import { parseIfMatch } from '../http/if-match.js';
import { Problem } from '../http/problems/problem.js';
import { signedInOf, type ApiRequest } from '../http/request.js';

/** The name of a request that may be sent again, and what it asked for. */
export interface Repeat {
  readonly key: string;
  readonly requestHash: Buffer;
}

/** Who acts, what they saw, and how a repetition of the request is recognised. */
export interface ActEnvelope {
  readonly actor: Actor;
  readonly ability: AppAbility;
  /** the revision the actor saw; null when the request does not say */
  readonly seen: number | null;
  readonly repeat: Repeat | null;
}

/** What a person hands in or keeps while drafting. */
export interface Draft {
  readonly data: JsonObject;
  readonly evidenceIds: readonly string[];
  /** to items of the last return, finished or not */
  readonly answers?: readonly DraftAnswer[];
}

export interface DraftAnswer {
  readonly itemId: string;
  readonly done?: ItemAnswer['done'];
  readonly text: string;
}

export interface TaskAct extends ActEnvelope {
  readonly taskId: string;
  readonly act: ActOnTask;
  /** with `save` and `submit` */
  readonly draft?: Draft;
  /** with `approve`, `return` and `reject`: the fields that the reviewer writes */
  readonly data?: JsonObject;
}

/**
 * `@ActRequest() envelope: ActEnvelope`. Acts keep their own answers: key, effect and answer are rows of one statement,
 * where the general interceptor would need two more round trips.
 * @throws Problem 400 for a key or a revision that cannot be one
 */
export const ActRequest = createParamDecorator((_: unknown, context: ExecutionContext): ActEnvelope => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const { actor, ability } = signedInOf(context);
  return { actor, ability, seen: parseIfMatch(request.headers['if-match']), repeat: repeatOf(request) };
});

function repeatOf(request: ApiRequest): Repeat | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(key))
    throw new Problem({
      status: 400,
      code: 'invalid-idempotency-key',
      title: '操作编号有误',
      detail: 'Idempotency-Key 应当是 1 到 128 个可见字符，不含空格。',
    });
  const asked = [
    request.method,
    request.url,
    request.headers['if-match'] ?? '',
    canonicalJson((request.body ?? null) as Json),
  ];
  return { key, requestHash: createHash('sha256').update(asked.join('\n')).digest() };
}
