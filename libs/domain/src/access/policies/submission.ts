import { holds, supervises, unitsOf } from '../actor.js';
import type { Policy } from '../ability.js';

/** Submitted rounds follow the obligation; what is still a draft stays inside the unit that writes it. */
export const submissionPolicy: Policy = (allow, actor) => {
  const { tenant } = actor;
  const units = unitsOf(actor);
  if (supervises(actor) || holds(actor, 'observer')) allow('read', 'Submission', { tenant });
  if (units.length > 0) {
    allow(['read', 'readDraft'], 'Submission', { tenant, unitId: { $in: units } });
    allow('read', 'Submission', { tenant, readerUnitIds: { $in: units } });
  }
};
