import { notActive } from '../run/refusals.js';
import { nodeInfo } from '../run/node-info.js';
import type { Marking } from '../run/marking.js';
import { tokensAt } from '../run/tokens-at.js';
import type { Workflow } from '../run/workflow.js';
import type { Refusal } from '../shared/refusal.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { TaskState } from './act.js';
import { severalTasks } from './refusals.js';

/** The token that a task is for: the one it names, else the only one that waits at its node. */
export function tokenOf(
  workflow: Workflow,
  marking: Marking,
  { nodeId, token }: Pick<TaskState, 'nodeId' | 'token'>,
): Result<number, Refusal> {
  const name = nodeInfo(workflow, nodeId)?.name ?? nodeId;
  const waiting = tokensAt(marking, nodeId).filter(({ id }) => token === undefined || id === token);
  const [only, more] = waiting;
  if (only === undefined) return fail(notActive(name));
  return more === undefined ? ok(only.id) : fail(severalTasks(name));
}
