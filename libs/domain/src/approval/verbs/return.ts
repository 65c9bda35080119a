import type { ReturnAfter, ReturnWhere } from '../../bpmn/model.js';
import type { NodeInfo } from '../../run/node-info.js';
import { nodeInfo } from '../../run/node-info.js';
import type { JsonObject } from '../../shared/json.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { MatterContext, ReturnTarget } from '../act.js';
import * as refusals from '../refusals.js';
import type { ReturnTo, Sitting } from '../standing/standing.js';
import { drawnReturn, moveAgainst } from './drawn-return.js';
import { isDraft, passedNodes, waysBack } from './ways-back.js';

type Targets = Result<readonly ReturnTarget[], Refusal>;

/** Why nothing can be returned from this sitting, or null. */
export function judgeReturn(context: MatterContext, sitting: Sitting): Refusal | null {
  const found = returnTargets(context, sitting);
  return found.ok ? null : found.error;
}

/**
 * Where a return may lead, the default first. What the drawing draws comes first: if the verdict «return» opens a
 * drafting task, that is it. Else the node that the drawing names, then the drafting task passed last; then, where the
 * node allows it, the step before and every node really passed. Each has been tried: what is offered works.
 */
export function returnTargets(context: MatterContext, sitting: Sitting, variables: JsonObject = {}): Targets {
  const { workflow } = context;
  const node = nodeInfo(workflow, sitting.nodeId);
  const drawn = drawnReturn(context, sitting, variables);
  if (!drawn.ok) return drawn;
  const ways = waysBack(context, sitting, variables);
  const passed = ways.ok ? ways.value.map(({ nodeId }) => nodeId) : [];
  const draft = passed.find((id) => isDraft(workflow, id));
  const named = node?.returnTo;
  const allows = (where: ReturnWhere): boolean => !node?.returnWhere?.length || node.returnWhere.includes(where);
  const target = targetsOf(context, node);
  const targets: ReturnTarget[] = [];
  if (drawn.value !== null) targets.push(target('named', drawn.value.to, 'drawn'));
  else if (named !== undefined && named !== sitting.nodeId && nodeInfo(workflow, named)?.kind === 'userTask') {
    if (passed.includes(named)) targets.push(target('named', named));
    else if (moveAgainst(context, sitting, named, variables).ok) targets.push(target('named', named, ['replay']));
  }
  if (drawn.value === null && allows('drafter') && draft !== undefined) targets.push(target('drafter', draft));
  if (allows('previous') && passed[0] !== undefined) targets.push(target('previous', passed[0]));
  if (allows('any')) for (const id of passed) targets.push(target('node', id));
  if (targets.length > 0) return ok(targets);
  return ways.ok ? looseTargets(context, sitting, target) : ways;
}

type ToTarget = (where: ReturnTo['where'], nodeId: string, after?: ReturnTarget['after']) => ReturnTarget;

const targetsOf =
  ({ workflow }: MatterContext, from: NodeInfo | null): ToTarget =>
  (where, nodeId, after = aftersOf(from)) => ({
    where,
    nodeId,
    name: nodeInfo(workflow, nodeId)?.name ?? nodeId,
    after,
  });

/** An instance that is older than its trail: the drafting tasks that its marking has passed, by a move of the token. */
function looseTargets(context: MatterContext, sitting: Sitting, target: ToTarget): Targets {
  const { workflow, standing } = context;
  const named = nodeInfo(workflow, sitting.nodeId)?.returnTo;
  const isNamed = named !== undefined && nodeInfo(workflow, named)?.kind === 'userTask';
  const drafts = standing.marking.visited.filter((id) => isDraft(workflow, id)).toReversed();
  let refused = refusals.noReturnTarget();
  for (const [index, to] of (isNamed ? [named] : drafts).entries()) {
    const moved = moveAgainst(context, sitting, to, {});
    if (moved.ok) return ok([target(isNamed ? 'named' : 'drafter', to, ['replay'])]);
    if (index === 0 || moved.error.code === 'return-parallel') refused = moved.error;
    if (moved.error.code === 'return-parallel') break;
  }
  return fail(refused);
}

/** What may happen when the work comes back, the default first. */
function aftersOf(node: NodeInfo | null): readonly ReturnTo['after'][] {
  const rule: ReturnAfter | undefined = node?.returnAfter;
  if (rule === 'direct' || rule === 'replay') return [rule];
  return ['direct', 'replay'];
}

export interface Choice {
  readonly target: ReturnTarget;
  readonly after: ReturnTo['after'];
}

/** The target that was asked for, if it is one of those offered. */
export function chooseTarget(
  targets: readonly ReturnTarget[],
  asked: Partial<ReturnTo> | undefined,
  context: MatterContext,
  sitting: Sitting,
): Result<Choice, Refusal> {
  const [first] = targets;
  const { where, nodeId, after } = asked ?? {};
  const target =
    where === undefined
      ? first
      : (targets.find((each) => each.where === where && (where !== 'node' || each.nodeId === nodeId)) ??
        // a return that the drawing draws is its own way back to the drafter
        (where === 'drafter' ? targets.find((each) => each.after === 'drawn') : undefined));
  if (target === undefined) {
    const { workflow } = context;
    const passed = passedNodes(context, sitting);
    const isPassed = nodeId !== undefined && passed.includes(nodeId);
    if (where === 'node' && !isPassed)
      return fail(refusals.notPassed(nodeInfo(workflow, nodeId ?? '')?.name ?? nodeId ?? ''));
    return fail(refusals.whereNotAllowed());
  }
  if (target.after === 'drawn') return ok({ target, after: 'replay' });
  if (after !== undefined && !target.after.includes(after)) return fail(refusals.afterNotAllowed());
  return ok({ target, after: after ?? target.after[0] ?? 'direct' });
}
