import { holds } from '../actor.js';
import type { Policy } from '../ability.js';

/** Everybody may look at a flow; only a flow administrator draws, publishes, and speaks to running flows. */
export const definitionPolicy: Policy = (allow, actor) => {
  allow('read', 'Definition', { tenant: actor.tenant });
  if (!holds(actor, 'flowAdmin')) return;
  allow(['create', 'update', 'delete', 'publish'], 'Definition', { tenant: actor.tenant });
  allow('send', 'FlowMessage', { tenant: actor.tenant });
};
