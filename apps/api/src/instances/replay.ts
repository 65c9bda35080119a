import {
  adopted,
  findSeat,
  follow,
  isMatterAct,
  newStanding,
  emptyMarking,
  perform,
  performOnMatter,
  recordedSeater,
  startInstance,
  step,
  withArmed,
  type Act,
  type ArmedTimer,
  type JsonObject,
  type Performed,
  type Refusal,
  type Result,
  type Seated,
  type Seater,
  type Standing,
  type StartAt,
  type StepEvent,
  type Workflow,
} from '@chengban/domain';
import type { ChainedLine } from './history-chain.js';
import type { StoredApproval } from './locked-state.js';

/** The event of a history line, as the commands write it, with the timers that it armed and the people it seated. */
type Recorded = HistoryEvent & {
  readonly armed?: readonly ArmedTimer[];
  readonly seated?: readonly (readonly Seated[])[];
};

export interface ActEvent {
  readonly type: 'act';
  /** the seat whose task it was; absent on the lines of before there were seats, and for acts on the whole matter */
  readonly seat?: number;
  readonly token?: number;
  /** 代: for whom */
  readonly as?: string;
  readonly startedBy?: string;
  readonly act: Act;
}

/** The seats that a matter of before there were seats was given (adopt-seats.migration.ts). */
interface AdoptEvent {
  readonly type: 'adopt';
  readonly approval: StoredApproval;
}

type HistoryEvent =
  { readonly type: 'start'; readonly variables: JsonObject; readonly at?: StartAt } | ActEvent | AdoptEvent | StepEvent;

/** A history that today's program does not lead through to the same end. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';

  constructor(
    readonly seq: number,
    reason: string,
  ) {
    super(`history line ${seq} does not replay: ${reason}`);
  }
}

/**
 * Walks the recorded events from the start with the same functions that ran them.
 * @param lines in order
 * @throws ReplayError at the first event that is refused now
 */
export function replay(workflow: Workflow, definitionHash: string, lines: readonly ChainedLine[]): Standing {
  let standing: Standing | null = null;
  for (const line of lines) {
    if (line.event === null) continue;
    const { armed = [], seated, ...event } = line.event as unknown as Recorded;
    const result = again(
      workflow,
      definitionHash,
      standing,
      line,
      event,
      recordedSeater(seated ?? []),
      seated === undefined,
    );
    if (!result.ok) throw new ReplayError(line.seq, result.error.code);
    // the calendar may have changed since: a timer is due when it was due then
    standing = { ...result.value.standing, marking: withArmed(result.value.standing.marking, armed) };
  }
  if (standing === null) throw new ReplayError(0, 'the history is empty');
  return standing;
}

function again(
  workflow: Workflow,
  definitionHash: string,
  standing: Standing | null,
  line: ChainedLine,
  event: HistoryEvent,
  seater: Seater,
  unseated: boolean,
): Result<Performed, Refusal> {
  const now = Date.parse(line.at);
  if (event.type === 'start') {
    const started = startInstance(workflow, event.variables, now, definitionHash, event.at);
    const fresh = newStanding(emptyMarking(''));
    return started.ok ? ok(follow({ workflow, standing: fresh, seater, now }, started.value)) : started;
  }
  if (standing === null) throw new ReplayError(line.seq, 'nothing was started');
  if (event.type === 'adopt') return ok(unmoved({ ...standing, ...event.approval }));
  if (event.type !== 'act') {
    const stepped = step(workflow, standing.marking, event, now);
    return stepped.ok ? ok(follow({ workflow, standing, seater, now }, stepped.value)) : stepped;
  }
  const { act, seat, as } = event;
  const actor = { personId: line.actorId ?? '', ...(as !== undefined && { deputyFor: [as] }) };
  const { startedBy = null } = event;
  if (isMatterAct(act)) return performOnMatter({ workflow, standing, actor, seater, now, startedBy }, act);
  if (seat !== undefined) return perform({ workflow, standing, actor, seater, now, seat }, act);
  return unseated ? beforeSeats(workflow, standing, line, event, now) : fail(line);
}

const unmoved = (standing: Standing): Performed => ({ standing, effects: [], seats: [], round: null, decisions: [] });

const ok = (value: Performed): Result<Performed, Refusal> => ({ ok: true, value });

const fail = (line: ChainedLine): never => {
  throw new ReplayError(line.seq, 'no seat');
};

/**
 * An act of before there were seats: who was allowed was decided then, and a return moved the token, as it does where
 * there is no trail.
 */
function beforeSeats(
  workflow: Workflow,
  standing: Standing,
  line: ChainedLine,
  { act, token }: ActEvent,
  now: number,
): Result<Performed, Refusal> {
  if (isMatterAct(act)) return fail(line);
  const personId = line.actorId ?? '';
  const nodeId = line.nodeId ?? '';
  const waiting = standing.marking.tokens.filter(({ at, idle, over }) => at === nodeId && !idle && !over);
  const found = token ?? waiting[0]?.id ?? 0;
  const holderId = act.verb === 'release' ? personId : null;
  const candidateIds = act.verb === 'release' ? [personId, ''] : [personId];
  const { drafterIds, round, marking } = standing;
  const old = adopted(marking, [{ nodeId, token: found, candidateIds, holderId, dueAt: null }], drafterIds, round);
  const seat = old.sittings[0]?.seats[0]?.id ?? 0;
  if (findSeat(old, seat) === null) return fail(line);
  const allowed = { ...old, drafterIds: drafterIds.filter((id) => id !== personId) };
  const seater: Seater = () => [{ candidateIds: [''] }];
  const done = perform({ workflow, standing: allowed, actor: { personId }, seater, now, seat }, act);
  return done.ok
    ? ok({
        ...done.value,
        standing: { ...done.value.standing, drafterIds: union(drafterIds, done.value.standing.drafterIds) },
      })
    : done;
}

const union = (first: readonly string[], second: readonly string[]): string[] => [...new Set([...first, ...second])];
