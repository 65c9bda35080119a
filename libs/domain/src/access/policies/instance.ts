import { holds, supervises, unitsOf } from '../actor.js';
import type { Action, Policy } from '../ability.js';
import { deputyTasks } from '../acting-for.js';

/** What those do who have a part in the matter; whether it is possible now is for the flow to say. */
const WORKS: Action[] = ['read', 'comment', 'copy', 'withdraw', 'cancel', 'urge'];
const ADMINISTERS: Action[] = ['resolve', 'withdraw', 'urge', 'terminate', 'reroute', 'handOver'];

/**
 * Where a flow stands is open to everybody who may see its obligation; flow administrators see every instance. Those who
 * work on it write in its thread and let others read it; leaders who look on may write, and those it was copied to only read.
 */
export const instancePolicy: Policy = (allow, actor) => {
  const { tenant, personId } = actor;
  const units = unitsOf(actor);
  if (supervises(actor)) allow([...WORKS, 'reopen'], 'Instance', { tenant });
  if (holds(actor, 'observer', 'flowAdmin')) allow(['read', 'comment'], 'Instance', { tenant });
  if (holds(actor, 'flowAdmin')) allow(ADMINISTERS, 'Instance', { tenant });
  if (units.length > 0) {
    allow(WORKS, 'Instance', { tenant, unitId: { $in: units } });
    allow(WORKS, 'Instance', { tenant, readerUnitIds: { $in: units } });
  }
  allow('read', 'Instance', { tenant, readerPersonIds: personId });
  for (const task of deputyTasks(actor)) allow(WORKS, 'Instance', { tenant, tasks: { $elemMatch: task } });
};
