import { fail } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Refusal } from '../shared/refusal.js';
import type { Effect, Marking } from '../run/marking.js';
import { moveToken } from '../run/move-token.js';
import { nodeInfo } from '../run/node-info.js';
import { step } from '../run/step.js';
import type { ActContext } from './act.js';
import * as refusals from './refusals.js';
import { tokenOf } from './task-at.js';
import { verdictVariables } from './verdict.js';

export interface Returned {
  readonly marking: Marking;
  readonly effects: readonly Effect[];
}

/**
 * Where a return leads. What the flow draws comes first: if the verdict "return" opens a drafting task, that is it.
 * Otherwise the token is moved, to the node the drawing names or to the drafting task last opened that it can reach;
 * refused while other tokens are under way, whose work the move would make meaningless.
 */
export function planReturn(context: ActContext): Result<Returned, Refusal> {
  const { workflow, marking, task, now } = context;
  const at = tokenOf(workflow, marking, task);
  if (!at.ok) return at;
  const variables = verdictVariables(workflow, marking, task.nodeId, at.value, 'return');
  const event = { type: 'complete', nodeId: task.nodeId, token: at.value, variables } as const;
  const drawn = step(workflow, marking, event, now);
  if (drawn.ok && drawn.value.effects.some((each) => each.type === 'task.open' && isDraft(context, each.nodeId)))
    return drawn;
  if (!drawn.ok && drawn.error.code !== 'endless-loop') return drawn;
  let refused = refusals.noReturnTarget();
  for (const [index, to] of targets(context).entries()) {
    const moved = moveToken(workflow, marking, { token: at.value, to, variables }, now);
    if (moved.ok || moved.error.code === 'return-parallel') return moved;
    if (index === 0) refused = moved.error;
  }
  return fail(refused);
}

const isDraft = ({ workflow }: ActContext, nodeId: string): boolean => nodeInfo(workflow, nodeId)?.purpose === 'draft';

/** The node that the drawing names, else the drafting tasks that were passed, the last one first. */
function targets(context: ActContext): readonly string[] {
  const { workflow, marking, task } = context;
  const named = nodeInfo(workflow, task.nodeId)?.returnTo;
  if (named !== undefined && nodeInfo(workflow, named)?.kind === 'userTask') return [named];
  return marking.visited.filter((id) => isDraft(context, id)).toReversed();
}
