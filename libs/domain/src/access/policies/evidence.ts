import { holds, supervises, unitsOf, unitsWhere } from '../actor.js';
import type { Policy } from '../ability.js';
import { deputyTasks, OPEN_DRAFTING } from '../acting-for.js';

/** Evidence belongs to the unit that brought it; whether a round already rests on it is checked by the use case. */
export const evidencePolicy: Policy = (allow, actor) => {
  const { tenant, personId } = actor;
  const units = unitsOf(actor);
  if (supervises(actor) || holds(actor, 'observer')) allow('read', 'Evidence', { tenant });
  if (units.length > 0) {
    allow('read', 'Evidence', { tenant, unitId: { $in: units } });
    allow('read', 'Evidence', { tenant, readerUnitIds: { $in: units } });
  }
  allow('read', 'Evidence', { tenant, readerPersonIds: personId });
  const handling = unitsWhere(actor, 'handler');
  if (handling.length > 0) allow(['create', 'delete'], 'Evidence', { tenant, unitId: { $in: handling } });
  for (const task of deputyTasks(actor)) {
    allow('read', 'Evidence', { tenant, tasks: { $elemMatch: task } });
    allow(['create', 'delete'], 'Evidence', { tenant, tasks: { $elemMatch: { ...task, ...OPEN_DRAFTING } } });
  }
};
