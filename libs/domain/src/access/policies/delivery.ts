import { holds } from '../actor.js';
import type { Policy } from '../ability.js';

/** What does not arrive by itself is of every unit's matters: only flow administrators look at it and decide. */
export const deliveryPolicy: Policy = (allow, actor) => {
  if (holds(actor, 'flowAdmin')) allow(['read', 'resolve'], 'Delivery', { tenant: actor.tenant });
};
