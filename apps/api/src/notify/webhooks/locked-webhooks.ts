import { Injectable } from '@nestjs/common';
import type { Action } from '@chengban/domain';
import { requireOn } from '../../access/require-ability.js';
import { notFound, stale } from '../../http/problems/common-problems.js';
import { ONLY_ADMINS, type WebhookDecision } from './webhook-decision.js';
import { WebhookStore, type LockedWebhook } from './webhook.store.js';

/** A webhook that somebody changes: held still, and looked at again before anything is done with it. */
@Injectable()
export class LockedWebhooks {
  constructor(private readonly store: WebhookStore) {}

  /** @throws Problem 403, 404, 409 */
  async take(action: Action, { actor, ability, id, seen }: WebhookDecision): Promise<LockedWebhook> {
    const row = await this.store.lock(actor.tenant, id);
    if (!row) throw notFound('这个推送地址');
    requireOn(ability, action, 'Webhook', { tenant: row.tenant }, ONLY_ADMINS);
    if (seen !== null && seen !== row.revision) throw stale({ revision: row.revision });
    return row;
  }
}
