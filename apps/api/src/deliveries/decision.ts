import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { parseIfMatch } from '../http/if-match.js';
import { signedInOf, type ApiRequest } from '../http/request.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';

export const ONLY_ADMINS = '只有流程管理员可以处理没有送达的消息和定时';

/** Who decides about which message or time, and what they saw of it. */
export interface Decision {
  readonly actor: Actor;
  readonly ability: AppAbility;
  readonly id: string;
  /** null when the request does not say */
  readonly seen: number | null;
}

/** What is true after an act: `nextTryAt` null means that it is tried no more. */
export interface Decided {
  readonly id: string;
  readonly revision: number;
  readonly nextTryAt: Date | null;
}

const uuids = new UuidParam();

/**
 * `@DecisionRequest() decision: Decision`, of a route with `:id`.
 * @throws Problem 404 for what cannot be an id, 400 for a revision that cannot be one
 */
export const DecisionRequest = createParamDecorator((_: unknown, context: ExecutionContext): Decision => {
  const { params, headers } = context.switchToHttp().getRequest<ApiRequest>();
  const { actor, ability } = signedInOf(context);
  return { actor, ability, id: uuids.transform(params.id ?? ''), seen: parseIfMatch(headers['if-match']) };
});
