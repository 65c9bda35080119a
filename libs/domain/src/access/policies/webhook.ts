import { holds } from '../actor.js';
import type { Policy } from '../ability.js';

/** What other systems are told, and where, is the flow administrator's to say. */
export const webhookPolicy: Policy = (allow, actor) => {
  if (holds(actor, 'flowAdmin')) allow(['read', 'create', 'update', 'delete'], 'Webhook', { tenant: actor.tenant });
};
