import { holds, supervises, unitsOf } from '../actor.js';
import type { Policy } from '../ability.js';
import { deputyTasks } from '../acting-for.js';

/** Where a flow stands is open to everybody who may see its obligation; flow administrators see every instance. */
export const instancePolicy: Policy = (allow, actor) => {
  const { tenant } = actor;
  const units = unitsOf(actor);
  if (supervises(actor) || holds(actor, 'observer', 'flowAdmin')) allow('read', 'Instance', { tenant });
  if (holds(actor, 'flowAdmin')) allow('resolve', 'Instance', { tenant });
  if (units.length > 0) {
    allow('read', 'Instance', { tenant, unitId: { $in: units } });
    allow('read', 'Instance', { tenant, readerUnitIds: { $in: units } });
  }
  for (const task of deputyTasks(actor)) allow('read', 'Instance', { tenant, tasks: { $elemMatch: task } });
};
