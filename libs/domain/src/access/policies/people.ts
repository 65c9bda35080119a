import { holds, supervises, unitsOf } from '../actor.js';
import type { Policy } from '../ability.js';

/** Unit names are needed on every page; the list of people only where handlers are chosen. Whoever works here finds colleagues by name. */
export const peoplePolicy: Policy = (allow, actor) => {
  allow('read', 'Unit', { tenant: actor.tenant });
  if (supervises(actor) || holds(actor, 'flowAdmin')) allow('read', 'Person', { tenant: actor.tenant });
  if (unitsOf(actor).length > 0) allow('choose', 'Person', { tenant: actor.tenant });
};
