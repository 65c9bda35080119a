import { isUnitExpression, meantUnit, type Effect, type Marking, type Workflow } from '@chengban/domain';
import { v7 } from 'uuid';
import type { Change, NewInstance, OpenedTask, OutboxMessage, Waiting } from './change.js';
import { chainLines, type HistoryLine } from './history-chain.js';
import { historyLines } from './history-lines.js';
import type { LockedInstance, ObligationFace, SeatHolder } from './locked-state.js';
import * as messages from './messages.js';
import { candidatesFor } from './seats.js';
import { stageOf } from './stage.js';

/** What a command did to an instance, before it becomes rows. */
export interface Settled {
  readonly workflow: Workflow;
  readonly instance: LockedInstance;
  readonly face: ObligationFace;
  readonly seats: readonly SeatHolder[];
  readonly actorId: string | null;
  /** epoch ms */
  readonly now: number;
  readonly marking: Marking;
  readonly effects: readonly Effect[];
  /** null where the act leaves no trace of its own: a draft that is saved again and again */
  readonly line: Pick<HistoryLine, 'verb' | 'nodeId' | 'event' | 'text'> | null;
  readonly drafterIds: readonly string[];
  readonly round: number;
  /** only where a review was refused: its reason */
  readonly returned?: string;
  readonly start?: NewInstance;
}

type Extra = 'task' | 'firedTimerId' | 'doneJobId' | 'newRound' | 'verdict' | 'draft' | 'answer';

/** What a command adds that is no act of a person on a task. */
export const NO_ACT: Pick<Change, Extra> = {
  task: null,
  firedTimerId: null,
  doneJobId: null,
  newRound: null,
  verdict: null,
  draft: null,
  answer: null,
};

export interface Opening {
  readonly task: OpenedTask;
  readonly fallback: boolean;
  readonly unitIds: readonly string[];
}

/** Marking and effects as the rows of one command; what only acts of people bring ({@link Extra}) is added by them. */
export function settleChange(settled: Settled): Omit<Change, Extra> {
  const { instance, marking, now, start } = settled;
  const flow = settled.workflow.compiled;
  const openings = settled.effects.flatMap((effect) =>
    effect.type === 'task.open' ? [openingOf(settled, effect)] : [],
  );
  const of = <Type extends Effect['type']>(type: Type): readonly Extract<Effect, { readonly type: Type }>[] =>
    settled.effects.filter((effect): effect is Extract<Effect, { readonly type: Type }> => effect.type === type);
  const readerUnitIds = union(
    instance.readerUnitIds,
    openings.flatMap((opening) => opening.unitIds),
  );
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
    status: marking.status,
    outcome: marking.outcome,
    revision,
    round: settled.round,
    drafterIds: settled.drafterIds,
    readerUnitIds,
    stage: start || stage !== stageOf(flow, instance.marking) ? stage : null,
    readersChanged: readerUnitIds.length > instance.readerUnitIds.length,
    cancelledTasks: of('task.cancel').map(place),
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
    outbox: messagesOf(settled, openings),
  };
}

const place = ({ nodeId, token }: Waiting): Waiting => ({ nodeId, token });

function openingOf(settled: Settled, { nodeId, token, dueAt }: Waiting & { readonly dueAt?: number }): Opening {
  const { workflow, marking, instance, seats, drafterIds } = settled;
  const node = workflow.compiled.nodes[nodeId];
  const purpose = node?.purpose ?? 'review';
  const assignment = node?.assignment;
  const meant =
    assignment?.kind === 'role' && isUnitExpression(assignment.unit)
      ? meantUnit(workflow, marking, token, assignment)
      : null;
  const { people, fallback } = candidatesFor(assignment, purpose, seats, { ...instance, drafterIds }, meant);
  const task = {
    id: v7(),
    nodeId,
    token,
    name: node?.name || nodeId,
    purpose,
    candidateIds: people.map((person) => person.personId),
    dueAt: dueAt === undefined ? null : new Date(dueAt),
  };
  return { task, fallback, unitIds: people.map((person) => person.unitId) };
}

function messagesOf(settled: Settled, openings: readonly Opening[]): OutboxMessage[] {
  const { instance, face, seats, actorId, effects, drafterIds, marking, returned } = settled;
  const place = { instanceId: instance.id, face, actorId };
  return [
    ...openings.flatMap(({ task, fallback }) =>
      fallback
        ? messages.taskUnassigned(place, task, seats)
        : returned !== undefined && task.purpose === 'draft'
          ? messages.taskReturned(place, task, drafterIds, returned)
          : messages.taskOpened(place, task),
    ),
    ...effects.flatMap((effect) => (effect.type === 'incident' ? messages.incident(place, effect.message, seats) : [])),
    ...effects.flatMap((effect) => messages.said(place, effect)),
    ...effects.flatMap((effect) => (effect.type === 'end' ? messages.ended(place, marking.outcome, drafterIds) : [])),
  ];
}

const union = (first: readonly string[], second: readonly string[]): string[] => [...new Set([...first, ...second])];
