import type { Policy } from '../ability.js';

/** A live plan is a public document inside the city's administration. */
export const planPolicy: Policy = (allow, actor) => {
  allow('read', 'Plan', { tenant: actor.tenant });
};
