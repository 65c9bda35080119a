// For specs only: the people and the flow that the stories about acts are told with.
import { perform } from '@chengban/domain';
import type { Act, ActContext, TaskState, Verb } from '@chengban/domain';
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

export const taskAt = (nodeId: string, change: Partial<TaskState> = {}): TaskState => ({
  id: 'task',
  nodeId,
  status: 'open',
  candidateIds: ['甲', '乙'],
  holderId: null,
  ...change,
});

/** The people of every story: 甲 drafts, 乙 reviews, 丙 is no candidate. */
export function contextAt(run: Run, nodeId: string, change: Partial<ActContext> = {}): ActContext {
  return {
    workflow: run.workflow,
    marking: throughJson(run.marking),
    task: taskAt(nodeId),
    actor: { personId: '乙' },
    drafterIds: ['甲'],
    now: 0,
    ...change,
  };
}

export function done(context: ActContext, act: Act) {
  const result = perform(context, act);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

export const refusal = (context: ActContext, act: Act): string | null => {
  const result = perform(context, act);
  return result.ok ? null : result.error.code;
};

export const ACTS: Readonly<Record<Verb, Act>> = {
  claim: { verb: 'claim' },
  release: { verb: 'release' },
  save: { verb: 'save' },
  submit: { verb: 'submit', variables: {} },
  approve: { verb: 'approve' },
  return: { verb: 'return', reason: '请补正' },
};
