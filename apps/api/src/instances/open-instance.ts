import {
  ANY_UNIT,
  civilDateInShanghai,
  follow,
  startInstance,
  type Json,
  type JsonObject,
  type Refusal,
  type Result,
  type StartAt,
} from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import type { Flow, RequestKind } from '../definitions/flows.read-model.js';
import { withPeople } from './casting.js';
import type { Change } from './change.js';
import { LOCK_OBLIGATION } from './lock-statements.js';
import { faceWithDates } from './lock-task.js';
import { standingOf, type ObligationFace, type SeatHolder } from './locked-state.js';
import { newInstance } from './new-instance.js';
import { runPrepared } from './prepared.js';
import { seatsOfFlow, type Seats } from './seats.js';
import { NO_ACT, settleChange } from './settle-change.js';

/** An instance that is to be, and whose. */
export interface FutureInstance {
  readonly tenant: string;
  readonly obligationId: string;
  readonly unitId: string;
  readonly supervisorUnitId: string;
  /** null: no person, the clock */
  readonly startedBy: string | null;
  /** false: beside the flow that answers the obligation */
  readonly main: boolean;
  /** what it asks for beside that flow; null: nothing in particular */
  readonly request: RequestKind | null;
  readonly flow: Flow;
}

export interface LockedObligation {
  readonly instanceId: string | null;
  readonly readerUnitIds: readonly string[];
  readonly face: ObligationFace;
  readonly seats: readonly SeatHolder[];
}

const seatsFor = ({ flow, ...place }: FutureInstance): Seats => seatsOfFlow(flow.workflow.compiled, place);

/** The row of the obligation is the lock of whatever opens an instance for it. */
export async function lockObligation(
  manager: EntityManager,
  opening: FutureInstance,
  now: number,
): Promise<LockedObligation> {
  const { tenant, obligationId } = opening;
  const { unitIds, roles, personIds } = seatsFor(opening);
  const values = [tenant, obligationId, unitIds, roles, personIds, civilDateInShanghai(now)];
  const [row] = await runPrepared<LockedObligation>(manager, LOCK_OBLIGATION, values);
  if (!row) throw new Error(`obligation ${obligationId} vanished`);
  return { ...row, face: faceWithDates(row.face) };
}

interface FirstStep {
  readonly variables: JsonObject;
  /** where it begins, when that is not the plain start of the flow's own process */
  readonly at?: StartAt;
  /** null: it begins by itself */
  readonly actorId: string | null;
  /** how the history tells it; a start by a person unless said */
  readonly verb?: string;
  /** epoch ms */
  readonly now: number;
}

/** The first step of a new instance as rows; or why the flow cannot begin. */
export async function settleStart(
  manager: EntityManager,
  opening: FutureInstance,
  locked: LockedObligation,
  first: FirstStep,
): Promise<Result<Change, Refusal>> {
  const { flow, main, request, unitId, supervisorUnitId, startedBy } = opening;
  const { variables, at, actorId, verb = 'start', now } = first;
  const started = startInstance(flow.workflow, variables, now, flow.hash, at);
  if (!started.ok) return started;
  const seats = seatsFor(opening);
  // units with a seat in the flow see its obligation from the beginning
  const known = seats.unitIds.filter((id) => id !== ANY_UNIT);
  const readerUnitIds = [...new Set([...locked.readerUnitIds, unitId, supervisorUnitId, ...known])];
  const { flow: _, ...place } = opening;
  const instance = newInstance({ ...place, definitionVersionId: flow.id, readerUnitIds }, seats);
  const { taken: performed, cast } = await withPeople(
    manager,
    { instance, seats: locked.seats, named: [], now },
    ({ seater }) => follow({ workflow: flow.workflow, standing: standingOf(instance), seater, now }, started.value),
  );
  const settled = settleChange({
    workflow: flow.workflow,
    instance,
    face: locked.face,
    cast,
    actorId,
    now,
    performed,
    line: {
      verb,
      nodeId: at?.nodeId ?? null,
      event: { type: 'start', variables, ...(at && { at: at as unknown as Json }) },
      text: `${flow.name} 第 ${flow.version} 版`,
    },
    start: { main, request, definitionVersionId: flow.id, unitId, supervisorUnitId, seats, startedBy },
  });
  return { ok: true, value: { ...settled, ...NO_ACT } };
}
