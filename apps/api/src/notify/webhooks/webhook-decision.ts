import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { parseIfMatch } from '../../http/if-match.js';
import { signedInOf, type ApiRequest } from '../../http/request.js';
import { UuidParam } from '../../http/validation/uuid-param.pipe.js';

export const ONLY_ADMINS = '只有流程管理员可以管理推送地址';

/** Who decides about which webhook, and what they saw of it. */
export interface WebhookDecision {
  readonly actor: Actor;
  readonly ability: AppAbility;
  readonly id: string;
  /** null when the request does not say */
  readonly seen: number | null;
}

const uuids = new UuidParam();

/** `@WebhookRequest() decision: WebhookDecision`, of a route with `:id`. @throws Problem 400, 404 */
export const WebhookRequest = createParamDecorator((_: unknown, context: ExecutionContext): WebhookDecision => {
  const { params, headers } = context.switchToHttp().getRequest<ApiRequest>();
  const { actor, ability } = signedInOf(context);
  return { actor, ability, id: uuids.transform(params.id ?? ''), seen: parseIfMatch(headers['if-match']) };
});
