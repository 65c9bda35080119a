import { unitsOf } from '../actor.js';
import type { Policy } from '../ability.js';

/**
 * Words in the thread of a matter. Everything here comes on top of reading the matter itself: what was said to everybody
 * is read by whoever sees the matter, what was said inside a unit by that unit alone.
 */
export const commentPolicy: Policy = (allow, actor) => {
  const { tenant, personId } = actor;
  const units = unitsOf(actor);
  allow('read', 'Comment', { tenant, scope: 'matter' });
  if (units.length > 0) allow('read', 'Comment', { tenant, scope: 'unit', unitId: { $in: units } });
  allow('withdraw', 'Comment', { tenant, authorId: personId });
};
