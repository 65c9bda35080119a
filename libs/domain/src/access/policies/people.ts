import { holds, supervises } from '../actor.js';
import type { Policy } from '../ability.js';

/** Unit names are needed on every page; the list of people only where handlers are chosen. */
export const peoplePolicy: Policy = (allow, actor) => {
  allow('read', 'Unit', { tenant: actor.tenant });
  if (supervises(actor) || holds(actor, 'flowAdmin')) allow('read', 'Person', { tenant: actor.tenant });
};
