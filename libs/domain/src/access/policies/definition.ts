import { holds } from '../actor.js';
import type { Policy } from '../ability.js';

/** Everybody may look at a flow; only a flow administrator draws and publishes. */
export const definitionPolicy: Policy = (allow, actor) => {
  allow('read', 'Definition', { tenant: actor.tenant });
  if (holds(actor, 'flowAdmin'))
    allow(['create', 'update', 'delete', 'publish'], 'Definition', { tenant: actor.tenant });
};
