import { endOfWorkdays, type Effect, type Performed, type SeatEffect, type Workflow } from '@chengban/domain';
import { v7 } from 'uuid';
import type { Cast } from './casting.js';
import type { Change, ClosedSeat, NewInstance, OpenedTask, OutboxMessage, Waiting } from './change.js';
import { chainLines, type HistoryLine } from './history-chain.js';
import { historyLines } from './history-lines.js';
import { approvalOf, type LockedInstance, type ObligationFace } from './locked-state.js';
import * as messages from './messages.js';
import { stageOf } from './stage.js';

/** What a command did to an instance, before it becomes rows. */
export interface Settled {
  readonly workflow: Workflow;
  readonly instance: LockedInstance;
  readonly face: ObligationFace;
  readonly cast: Cast;
  readonly actorId: string | null;
  /** epoch ms */
  readonly now: number;
  readonly performed: Performed;
  /** null where the act leaves no trace of its own: a draft that is saved again and again */
  readonly line: Pick<HistoryLine, 'verb' | 'nodeId' | 'event' | 'text'> | null;
  /** only where work was sent back: the reason */
  readonly returned?: string;
  /** what the act tells people besides what follows from the tasks */
  readonly told?: readonly OutboxMessage[];
  readonly start?: NewInstance;
}

type Extra = 'firedTimerId' | 'doneJobId' | 'newRound' | 'verdicts' | 'draft' | 'answer';

/** What a command adds that is no act of a person. */
export const NO_ACT: Pick<Change, Extra> = {
  firedTimerId: null,
  doneJobId: null,
  newRound: null,
  verdicts: [],
  draft: null,
  answer: null,
};

export interface Opening {
  readonly task: OpenedTask;
  readonly fallback: boolean;
}

/** Standing and effects as the rows of one command; what only acts of people bring ({@link Extra}) is added by them. */
export function settleChange(settled: Settled): Omit<Change, Extra> {
  const { instance, now, start, performed } = settled;
  const { standing, effects, seats } = performed;
  const { marking } = standing;
  const flow = settled.workflow.compiled;
  const openings = seats.flatMap((effect) => (effect.type === 'open' ? [openingOf(settled, effect)] : []));
  const of = <Type extends Effect['type']>(type: Type): readonly Extract<Effect, { readonly type: Type }>[] =>
    effects.filter((effect): effect is Extract<Effect, { readonly type: Type }> => effect.type === type);
  const seen = seats.flatMap((effect) => (effect.type === 'close' ? [] : unitsOf(settled.cast, effect.candidateIds)));
  const readerUnitIds = union(instance.readerUnitIds, seen);
  const stage = stageOf(flow, marking);
  const revision = instance.revision + 1;
  const chain = { tenant: instance.tenant, instanceId: instance.id, seq: instance.historySeq, revision };
  return {
    tenant: instance.tenant,
    instanceId: instance.id,
    obligationId: instance.obligationId,
    submissionId: instance.submissionId,
    unitId: instance.unitId,
    main: instance.main,
    at: new Date(now),
    actorId: settled.actorId,
    start: start ?? null,
    marking,
    approval: approvalOf(standing),
    status: marking.status,
    outcome: marking.outcome,
    revision,
    round: standing.round,
    drafterIds: standing.drafterIds,
    readerUnitIds,
    stage: start || stage !== stageOf(flow, instance.marking) ? stage : null,
    readersChanged: readerUnitIds.length > instance.readerUnitIds.length,
    closedSeats: seats.flatMap((effect) => (effect.type === 'close' ? [closedOf(effect)] : [])),
    changedSeats: seats.flatMap(({ type, ...change }) => (type === 'change' ? [change as never] : [])),
    opened: openings.map((opening) => opening.task),
    cancelledTimers: of('timer.cancel').map(place),
    startedTimers: of('timer.start').map((each) => ({ id: v7(), ...place(each), dueAt: new Date(each.dueAt) })),
    cancelledJobs: of('job.cancel').map(place),
    startedJobs: of('job.start').map(({ handler, input, ...each }) => ({ id: v7(), ...place(each), handler, input })),
    endedWaits: of('wait.cancel').map(place),
    startedWaits: of('wait.start').map(({ kind, name, key, ...each }) => ({
      id: v7(),
      ...place(each),
      kind,
      name,
      key,
    })),
    history: chainLines({ ...chain, prevHash: instance.historyHash }, historyLines(settled, openings)),
    outbox: [...messagesOf(settled, openings), ...(settled.told ?? [])],
  };
}

const place = ({ nodeId, token }: Waiting): Waiting => ({ nodeId, token });

const closedOf = ({ seat, how, byId }: Extract<SeatEffect, { readonly type: 'close' }>): ClosedSeat => ({
  seat,
  status: how === 'done' ? 'completed' : 'cancelled',
  how,
  byId: byId ?? null,
});

function openingOf({ workflow }: Settled, effect: Extract<SeatEffect, { readonly type: 'open' }>): Opening {
  const { nodeId, token, seat, candidateIds, holderId, fallback, dueAt } = effect;
  const node = workflow.compiled.nodes[nodeId];
  const task = {
    id: v7(),
    nodeId,
    token,
    seat,
    name: node?.name || nodeId,
    purpose: node?.purpose ?? 'review',
    candidateIds,
    holderId,
    dueAt: dueAt === null ? null : new Date(dueAt),
    remindAt: pastDue(workflow, dueAt, node?.remindWorkdays),
    escalateAt: pastDue(workflow, dueAt, node?.escalateWorkdays),
  };
  return { task, fallback };
}

/** So many working days past the due date; null where none is asked for. */
function pastDue({ calendar }: Workflow, dueAt: number | null, workdays: number | undefined): Date | null {
  if (dueAt === null || workdays === undefined || !Number.isInteger(workdays) || workdays < 0) return null;
  return new Date(workdays === 0 ? dueAt : endOfWorkdays(dueAt - 1, workdays, calendar));
}

/** The units of those who get a task see the matter: each by the role in which the person was found first. */
const unitsOf = ({ people }: Cast, ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => people.find(({ personId }) => personId === id)?.unitId ?? []);

function messagesOf(settled: Settled, openings: readonly Opening[]): OutboxMessage[] {
  const { instance, face, cast, actorId, performed, returned } = settled;
  const { standing, effects } = performed;
  const place = { instanceId: instance.id, face, actorId };
  return [
    ...openings.flatMap(({ task, fallback }) =>
      fallback
        ? messages.taskUnassigned(place, task, cast.people)
        : returned !== undefined && task.purpose === 'draft'
          ? messages.taskReturned(place, task, standing.drafterIds, returned)
          : messages.taskOpened(place, task),
    ),
    ...effects.flatMap((effect) =>
      effect.type === 'incident' ? messages.incident(place, effect.message, cast.people) : [],
    ),
    ...effects.flatMap((effect) => messages.said(place, effect)),
    ...effects.flatMap((effect) =>
      effect.type === 'end' ? messages.ended(place, standing.marking.outcome, standing.drafterIds) : [],
    ),
  ];
}

const union = (first: readonly string[], second: readonly string[]): string[] => [...new Set([...first, ...second])];
