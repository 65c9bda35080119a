// For specs only: the people and the flow that the stories about acts are told with.
import { adopted, nodeInfo, perform } from '@chengban/domain';
import type { ActContext, LooseTask, Marking, Seater, TaskAct } from '@chengban/domain';
import { draft, end, flows, start, task, throughJson, xor } from './draw.js';
import type { Run } from './draw.js';

export const review = [
  start('s'),
  draft('write'),
  task('read', 'chengban:approveLabel="受理" chengban:returnTo="correct"'),
  task('judge'),
  xor('x', 'x-correct'),
  draft('correct'),
  end('e'),
  flows('s>write', 'write>read', 'read>judge', 'judge>x', 'x>e?verdict = "approve"', 'x>correct', 'correct>judge'),
];

/** The people of every story: 甲 drafts, 乙 reviews, 丙 is no candidate. */
const PEOPLE = ['甲', '乙'];

interface Change extends Partial<Omit<ActContext, 'standing'>> {
  readonly candidateIds?: readonly string[];
  readonly holderId?: string | null;
  readonly drafterIds?: readonly string[];
  readonly marking?: Marking;
  /** which of several tokens at the node */
  readonly token?: number;
}

/** A task of a run that was driven without people: each token that waits at a user task has one seat. */
export function contextAt(run: Run, nodeId: string, change: Change = {}): ActContext {
  const { candidateIds = PEOPLE, holderId = null, drafterIds = ['甲'], token, ...rest } = change;
  const marking = throughJson(change.marking ?? run.marking);
  const standing = adopted(marking, tasksOf(run, marking, candidateIds, holderId), drafterIds, 0);
  const sitting = standing.sittings.find((each) => each.nodeId === nodeId && (token ?? each.token) === each.token);
  const { workflow } = run;
  return { workflow, standing, seat: sitting?.seats[0]?.id ?? 0, actor: { personId: '乙' }, seater, now: 0, ...rest };
}

const seater: Seater = () => [{ candidateIds: PEOPLE }];

function tasksOf(run: Run, marking: Marking, candidateIds: readonly string[], holderId: string | null): LooseTask[] {
  return marking.active
    .filter((id) => nodeInfo(run.workflow, id)?.kind === 'userTask')
    .flatMap((nodeId) =>
      marking.tokens
        .filter(({ at, idle, over, loop }) => at === nodeId && !idle && !over && loop === undefined)
        .map(({ id }) => ({ nodeId, token: id, candidateIds, holderId, dueAt: null })),
    );
}

/** What became of the seat that acted, beside what the act came to. */
export function done(context: ActContext, act: TaskAct) {
  const result = perform(context, act);
  if (!result.ok) throw new Error(result.error.code);
  const { standing, seats, round, effects } = result.value;
  const change = seats.findLast((each) => each.seat === context.seat && each.type !== 'open');
  const now = standing.sittings.flatMap((each) => each.seats).find(({ id }) => id === context.seat);
  const task = {
    status: change?.type === 'close' ? 'completed' : 'open',
    holderId: change?.type === 'close' ? (change.byId ?? null) : (now?.holderId ?? null),
  };
  return { marking: standing.marking, standing, effects, round, seats, task };
}

export const refusal = (context: ActContext, act: TaskAct): string | null => {
  const result = perform(context, act);
  return result.ok ? null : result.error.code;
};

export const ACTS = {
  claim: { verb: 'claim' },
  release: { verb: 'release' },
  save: { verb: 'save' },
  submit: { verb: 'submit', variables: {} },
  approve: { verb: 'approve' },
  return: { verb: 'return', reason: '请补正' },
} as const satisfies Readonly<Record<string, TaskAct>>;
