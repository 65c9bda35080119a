import type { Policy } from '../ability.js';

/** A copy is opened and answered by the person it was made for; who else was sent one is seen on the matter. */
export const copyPolicy: Policy = (allow, { tenant, personId }) => {
  allow(['read', 'update'], 'Copy', { tenant, personId });
};
