import { unitsOf, unitsWhere } from '../actor.js';
import type { Policy } from '../ability.js';

/** Phrases are one's own, or the unit's: everybody in it uses these, those who review for it look after them. */
export const phrasePolicy: Policy = (allow, actor) => {
  const { tenant, personId } = actor;
  allow(['read', 'create', 'update', 'delete'], 'Phrase', { tenant, personId });
  const units = unitsOf(actor);
  if (units.length > 0) allow('read', 'Phrase', { tenant, unitId: { $in: units } });
  const reviewing = unitsWhere(actor, 'head', 'deputyLeader', 'reviewer', 'supervisionReviewer', 'supervisionLeader');
  if (reviewing.length > 0) allow(['create', 'update', 'delete'], 'Phrase', { tenant, unitId: { $in: reviewing } });
};
