import { holds, supervises, unitsOf } from '../actor.js';
import type { Policy } from '../ability.js';
import { deputyWhole, deputyInFlows } from '../acting-for.js';

/** Only candidates act, and their deputies for them. The responsible unit, supervisors and leaders may look at a task that is not theirs. */
export const taskPolicy: Policy = (allow, actor) => {
  const { tenant, personId } = actor;
  const units = unitsOf(actor);
  allow(['read', 'act'], 'Task', { tenant, candidateIds: { $in: [personId, ...deputyWhole(actor)] } });
  for (const { personId: principal, keys } of deputyInFlows(actor))
    allow(['read', 'act'], 'Task', { tenant, candidateIds: { $in: [principal] }, definitionKey: { $in: [...keys] } });
  if (units.length > 0) allow('read', 'Task', { tenant, unitId: { $in: units } });
  if (supervises(actor) || holds(actor, 'observer')) allow('read', 'Task', { tenant });
};
