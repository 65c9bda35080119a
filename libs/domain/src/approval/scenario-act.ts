import { completed, notActive } from '../run/refusals.js';
import { nodeInfo } from '../run/node-info.js';
import type { Refusal } from '../shared/refusal.js';
import type { MatterAct, TaskAct } from './act.js';
import { perform, performOnMatter } from './perform.js';
import type { Outcome } from './perform.js';
import * as refusals from './refusals.js';
import { isTaskStep, personOf } from './scenario.js';
import type { MatterStep, PersonStep, ScenarioStep, TaskStep } from './scenario.js';
import type { ScenarioWorld } from './scenario-world.js';
import type { Seat, Sitting } from './standing/standing.js';

/** A person of the script acts, through the same function as everybody else. */
export function actIn(world: ScenarioWorld, step: PersonStep): Refusal | null {
  const done = isTaskStep(step as ScenarioStep)
    ? actOnTask(world, step as TaskStep)
    : performOnMatter(contextOf(world, step), toMatterAct(step as MatterStep));
  if (!done.ok) return done.error;
  world.keep(done.value);
  return null;
}

const contextOf = (world: ScenarioWorld, step: PersonStep) => {
  const { workflow, seater, now, startedBy } = world;
  return { workflow, standing: world.stored(), actor: { personId: personOf(step) }, seater, now, startedBy };
};

function actOnTask(world: ScenarioWorld, step: TaskStep): Outcome {
  const context = contextOf(world, step);
  const name = nodeInfo(world.workflow, step.at)?.name ?? step.at;
  const here = context.standing.sittings.filter(({ nodeId }) => nodeId === step.at);
  const token = world.tokenAt(step.at, step.for);
  const sitting = here.find((each) => each.token === token?.id);
  if (sitting === undefined)
    return {
      ok: false,
      error:
        world.marking.status === 'completed'
          ? completed()
          : here.length > 1
            ? refusals.severalTasks(name)
            : notActive(name),
    };
  const seat = seatFor(sitting, context.actor.personId)?.id ?? 0;
  return perform({ ...context, seat }, toAct(step, sitting));
}

/** One's own seat before one that others may take too. */
function seatFor({ seats }: Sitting, personId: string): Seat | undefined {
  const theirs = seats
    .filter(({ candidateIds, status }) => candidateIds.includes(personId) && status !== 'removed')
    .sort((a, b) => a.candidateIds.length - b.candidateIds.length);
  return theirs.find(({ status }) => status === 'open') ?? theirs[0] ?? seats[0];
}

function toAct(step: TaskStep, sitting: Sitting): TaskAct {
  const { do: verb, form, reason = '', where, to, after, chosen } = step;
  const filled = form === undefined ? {} : { variables: { form } };
  const choice = chosen === undefined ? {} : { chosen };
  switch (verb) {
    case 'submit':
      return { verb, variables: {}, ...filled, ...choice };
    case 'approve':
      return { verb, ...(step.reason !== undefined && { opinion: reason }), ...filled, ...choice };
    case 'return':
      return {
        verb,
        reason,
        ...filled,
        ...(where && { where }),
        ...(to !== undefined && { nodeId: to }),
        ...(after && { after }),
      };
    case 'reject':
      return { verb, reason, ...filled };
    case 'transfer':
    case 'delegate':
      return { verb, toId: to ?? '', reason };
    case 'reply':
      return { verb, opinion: reason };
    case 'addSigner': {
      const { side = 'beside', mode = 'all', with: personIds = [] } = step;
      return { verb, side, mode, personIds, ...(step.reason !== undefined && { reason }) };
    }
    case 'removeSigner':
      return { verb, seat: addedSeat(sitting, to)?.id ?? 0, reason };
    default:
      return { verb };
  }
}

const addedSeat = ({ seats }: Sitting, person: string | undefined): Seat | undefined =>
  seats.findLast(({ asked, candidateIds }) => asked !== undefined && candidateIds[0] === person);

function toMatterAct({ do: verb, reason = '' }: MatterStep): MatterAct {
  if (verb === 'urge') return reason === '' ? { verb } : { verb, text: reason };
  return { verb, reason };
}
