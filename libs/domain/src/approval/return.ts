import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Refusal } from '../shared/refusal.js';
import type { Effect, Marking } from '../run/marking.js';
import { moveToken } from '../run/move-token.js';
import { nodeInfo } from '../run/node-info.js';
import { step } from '../run/step.js';
import type { ActContext } from './act.js';
import * as refusals from './refusals.js';
import { taskAt } from './task-at.js';
import { verdictVariables } from './verdict.js';

export interface Returned {
  readonly marking: Marking;
  readonly effects: readonly Effect[];
}

/**
 * Where a return leads. What the flow draws comes first: if the verdict "return" opens a drafting task, that is it.
 * Otherwise the token is moved, to the node the drawing names or to the drafting task last opened; refused while other
 * tokens are under way, whose work the move would make meaningless.
 */
export function planReturn(context: ActContext): Result<Returned, Refusal> {
  const { workflow, marking, task, now } = context;
  const variables = verdictVariables(marking, task.nodeId, 'return');
  const drawn = step(workflow, marking, { type: 'complete', ...taskAt(task), variables }, now);
  if (drawn.ok && drawn.value.effects.some((each) => each.type === 'task.open' && isDraft(context, each.nodeId)))
    return drawn;
  const target = returnTarget(context);
  if (target === null) return fail(refusals.noReturnTarget());
  if (!isAlone(marking)) return fail(refusals.returnInParallel());
  const moved = moveToken(
    workflow,
    { ...marking, variables: { ...marking.variables, ...variables } },
    task.nodeId,
    target,
    now,
  );
  return moved.ok ? ok(moved.value) : moved;
}

/** Nothing else waits: neither for the world, nor at a join for what is returned. */
const isAlone = ({ active, tokens }: Marking): boolean =>
  active.length === 1 &&
  tokens.every((token) => token.via === undefined) &&
  tokens.filter((token) => token.at === active[0] && token.loop === undefined).length === 1;

const isDraft = ({ workflow }: ActContext, nodeId: string): boolean => nodeInfo(workflow, nodeId)?.purpose === 'draft';

function returnTarget(context: ActContext): string | null {
  const { workflow, marking, task } = context;
  const named = nodeInfo(workflow, task.nodeId)?.returnTo;
  if (named !== undefined && nodeInfo(workflow, named)?.kind === 'userTask') return named;
  return marking.visited.findLast((id) => isDraft(context, id)) ?? null;
}
