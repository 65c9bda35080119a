import { holds, supervises, unitsOf, unitsWhere } from '../actor.js';
import type { Policy } from '../ability.js';
import { deputyTasks } from '../acting-for.js';

/** A unit sees its own obligations and those in which it takes part; supervisors and leaders see the whole city's; a copy lets one person see one. */
export const obligationPolicy: Policy = (allow, actor) => {
  const { tenant, personId } = actor;
  const units = unitsOf(actor);
  if (supervises(actor) || holds(actor, 'observer')) allow('read', 'Obligation', { tenant });
  if (units.length > 0) {
    allow('read', 'Obligation', { tenant, unitId: { $in: units } });
    allow('read', 'Obligation', { tenant, readerUnitIds: { $in: units } });
  }
  allow('read', 'Obligation', { tenant, readerPersonIds: personId });
  const handling = unitsWhere(actor, 'handler');
  if (handling.length > 0) allow('start', 'Obligation', { tenant, unitId: { $in: handling } });
  for (const task of deputyTasks(actor)) allow('read', 'Obligation', { tenant, tasks: { $elemMatch: task } });
};
