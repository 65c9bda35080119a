import { follow, step, type JsonObject, type Refusal, type Result, type StepEvent } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import type { Flow } from '../definitions/flows.read-model.js';
import { withPeople } from './casting.js';
import type { Change } from './change.js';
import { faceWithDates } from './lock-task.js';
import { standingOf, type LockedInstance, type ObligationFace, type SeatHolder } from './locked-state.js';
import { NO_ACT, settleChange } from './settle-change.js';

/** An instance locked for something that is no act on a task: a moment, an answer, a message, a second try. */
export interface LockedRow extends LockedInstance {
  readonly face: ObligationFace;
  readonly seats: readonly SeatHolder[];
}

/** What happens, and how the history tells it. */
export interface Happening {
  readonly event: StepEvent;
  readonly verb: string;
  readonly nodeId: string | null;
  readonly text?: string;
  /** null: nobody; it came by itself */
  readonly actorId?: string;
  readonly firedTimerId?: string;
  readonly doneJobId?: string;
}

const LEFT: ReadonlySet<string> = new Set(['not-active', 'nobody-waits', 'instance-completed']);

/** The flow is no longer where it waited: nothing is lost. What it refuses for any other reason has to be tried again. */
export const hasLeft = ({ code }: Refusal): boolean => LEFT.has(code);

/** What an event does to a locked instance, as rows; or why the flow does not take it. */
export async function settleHappening(
  manager: EntityManager,
  row: LockedRow,
  flow: Flow,
  now: number,
  happening: Happening,
): Promise<Result<Change, Refusal>> {
  const { face, seats, ...instance } = row;
  const { event, verb, nodeId, text = '', actorId = null } = happening;
  const stepped = step(flow.workflow, instance.marking, event, now);
  if (!stepped.ok) return stepped;
  const standing = standingOf(instance);
  const { taken: performed, cast } = await withPeople(manager, { instance, seats, named: [], now }, ({ seater }) =>
    follow({ workflow: flow.workflow, standing, seater, now }, stepped.value),
  );
  const settled = settleChange({
    workflow: flow.workflow,
    instance,
    face: faceWithDates(face),
    cast,
    actorId,
    now,
    performed,
    line: { verb, nodeId, event: event as unknown as JsonObject, text },
  });
  const { firedTimerId = null, doneJobId = null } = happening;
  return { ok: true, value: { ...settled, ...NO_ACT, firedTimerId, doneJobId } };
}
