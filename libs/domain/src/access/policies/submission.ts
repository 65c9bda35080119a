import { holds, supervises, unitsOf } from '../actor.js';
import type { Policy } from '../ability.js';
import { deputyTasks, OPEN_DRAFTING } from '../acting-for.js';

/** Submitted rounds follow the obligation, copies included; what is still a draft stays inside the unit that writes it, and with who writes it for somebody away. */
export const submissionPolicy: Policy = (allow, actor) => {
  const { tenant, personId } = actor;
  const units = unitsOf(actor);
  if (supervises(actor) || holds(actor, 'observer')) allow('read', 'Submission', { tenant });
  if (units.length > 0) {
    allow(['read', 'readDraft'], 'Submission', { tenant, unitId: { $in: units } });
    allow('read', 'Submission', { tenant, readerUnitIds: { $in: units } });
  }
  allow('read', 'Submission', { tenant, readerPersonIds: personId });
  for (const task of deputyTasks(actor)) {
    allow('read', 'Submission', { tenant, tasks: { $elemMatch: task } });
    allow('readDraft', 'Submission', { tenant, tasks: { $elemMatch: { ...task, ...OPEN_DRAFTING } } });
  }
};
