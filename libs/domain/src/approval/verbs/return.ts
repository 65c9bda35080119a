import type { ReturnAfter, ReturnWhere } from '../../bpmn/model.js';
import { moveToken } from '../../run/move-token.js';
import type { Marking } from '../../run/marking.js';
import type { NodeInfo } from '../../run/node-info.js';
import { nodeInfo } from '../../run/node-info.js';
import { putBack } from '../../run/put-back.js';
import { step } from '../../run/step.js';
import type { StepResult } from '../../run/step.js';
import type { Workflow } from '../../run/workflow.js';
import type { JsonObject } from '../../shared/json.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { Advanced, MatterContext, ReturnTarget } from '../act.js';
import * as refusals from '../refusals.js';
import { advance } from '../standing/advance.js';
import { putAside } from '../standing/aside.js';
import type { Decision, ReturnTo, Sitting, Standing, TrailStep } from '../standing/standing.js';
import { passedBefore, undoing } from '../standing/undoing.js';
import { overwritten, verdictVariables } from '../verdict.js';

/** Why nothing can be returned from this sitting, or null. */
export function judgeReturn(context: MatterContext, sitting: Sitting): Refusal | null {
  const found = returnTargets(context, sitting);
  return found.ok ? null : found.error;
}

/**
 * Where a return may lead, the default first. What the drawing draws comes first: if the verdict «return» opens a
 * drafting task, that is it. Else the node that the drawing names, then the drafting task passed last; then, where the
 * node allows it, the step before and every node really passed.
 */
export function returnTargets(context: MatterContext, sitting: Sitting): Result<readonly ReturnTarget[], Refusal> {
  const { workflow, standing } = context;
  const node = nodeInfo(workflow, sitting.nodeId);
  const allows = (where: ReturnWhere): boolean =>
    node?.returnWhere === undefined || node.returnWhere.includes(where) || node.returnWhere.length === 0;
  const after = aftersOf(node);
  const passed = passedNodes(context, sitting.token);
  const drafts = passed.filter((id) => isDraft(workflow, id));
  const named = node?.returnTo;
  const target = (where: ReturnTo['where'], nodeId: string, how: ReturnTarget['after'] = after): ReturnTarget => ({
    where,
    nodeId,
    name: nodeInfo(workflow, nodeId)?.name ?? nodeId,
    after: how,
  });
  const targets: ReturnTarget[] = [];
  const drawn = drawnReturn(context, sitting, {});
  if (drawn.ok) targets.push(target('named', drawn.value.to, 'drawn'));
  else if (drawn.error.code !== 'not-drawn') return drawn;
  if (!drawn.ok && named !== undefined && nodeInfo(workflow, named)?.kind === 'userTask') {
    if (passed.includes(named)) targets.push(target('named', named));
    else {
      const moved = moveAgainst(context, sitting, named, {});
      if (moved.ok) targets.push(target('named', named, ['replay']));
      else if (!isLoose(standing)) return moved;
    }
  }
  if (!drawn.ok && allows('drafter') && drafts[0] !== undefined) targets.push(target('drafter', drafts[0]));
  if (allows('previous') && passed[0] !== undefined) targets.push(target('previous', passed[0]));
  if (allows('any')) for (const id of passed) targets.push(target('node', id));
  if (targets.length > 0) return ok(targets);
  return looseTargets(context, sitting, target);
}

/** An instance that is older than its trail: the drafting tasks that its marking has passed, by a move of the token. */
function looseTargets(
  context: MatterContext,
  sitting: Sitting,
  target: (where: ReturnTo['where'], nodeId: string, how?: ReturnTarget['after']) => ReturnTarget,
): Result<readonly ReturnTarget[], Refusal> {
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

const isLoose = ({ trail }: Standing): boolean => trail.length === 0;

/** What may happen when the work comes back, the default first. */
function aftersOf(node: NodeInfo | null): readonly ReturnTo['after'][] {
  const rule: ReturnAfter | undefined = node?.returnAfter;
  if (rule === 'direct' || rule === 'replay') return [rule];
  return ['direct', 'replay'];
}

/** The passages to which a token may go back, positions in the trail, the latest first. */
function waysBack({ workflow, standing }: MatterContext, token: number): readonly number[] {
  const event = eventScopeOf(workflow, standing.marking, token);
  const passed = passedBefore(standing.trail, token);
  // an event sub-process stands for what it interrupted: it is never left against the drawing
  return event === null ? passed : passed.filter((at) => !undoing(standing.trail, at).gone.includes(event));
}

/** The nodes that the token came by, the latest first, each once. */
export const passedNodes = (context: MatterContext, token: number): readonly string[] => [
  ...new Set(waysBack(context, token).flatMap((at) => context.standing.trail[at]?.sitting?.nodeId ?? [])),
];

/** The innermost event sub-process that a token is in. */
function eventScopeOf({ compiled }: Workflow, { tokens, scopes = [] }: Marking, id: number): number | null {
  let inside = tokens.find((token) => token.id === id)?.in;
  while (inside !== undefined) {
    const scope = scopes.find((each) => each.id === inside);
    if (scope === undefined) return null;
    if (compiled.scopes[scope.scope]?.kind === 'event') return scope.id;
    inside = scope.host === undefined ? scope.in : tokens.find((token) => token.id === scope.host)?.in;
  }
  return null;
}

const isDraft = (workflow: Workflow, nodeId: string): boolean => nodeInfo(workflow, nodeId)?.purpose === 'draft';

const NOT_DRAWN: Refusal = { code: 'not-drawn', message: '', cure: '' };

function returning(
  { workflow, standing }: MatterContext,
  { nodeId, token }: Sitting,
  variables: JsonObject,
): JsonObject {
  return { ...variables, ...verdictVariables(workflow, standing.marking, nodeId, token, 'return') };
}

interface Drawn {
  readonly stepped: Extract<StepResult, { readonly ok: true }>['value'];
  readonly to: string;
}

/** The flow's own way of returning; `not-drawn` where it has none. */
function drawnReturn(context: MatterContext, sitting: Sitting, variables: JsonObject): Result<Drawn, Refusal> {
  const { workflow, standing, now } = context;
  const { nodeId, token } = sitting;
  const all = returning(context, sitting, variables);
  const stepped = step(workflow, standing.marking, { type: 'complete', nodeId, token, variables: all }, now);
  if (!stepped.ok) return stepped.error.code === 'endless-loop' ? fail(NOT_DRAWN) : stepped;
  const opened = stepped.value.effects.find((each) => each.type === 'task.open' && isDraft(workflow, each.nodeId));
  return opened?.type === 'task.open' ? ok({ stepped: stepped.value, to: opened.nodeId }) : fail(NOT_DRAWN);
}

const moveAgainst = (context: MatterContext, sitting: Sitting, to: string, variables: JsonObject): StepResult => {
  const all = returning(context, sitting, variables);
  return moveToken(
    context.workflow,
    context.standing.marking,
    { token: sitting.token, to, variables: all },
    context.now,
  );
};

/** Carries a return out that a sitting has come to. */
export function sendBack(
  context: MatterContext,
  sitting: Sitting,
  decision: Decision,
  variables: JsonObject,
): Result<Advanced, Refusal> {
  const targets = returnTargets(context, sitting);
  if (!targets.ok) return targets;
  const chosen = chooseTarget(targets.value, decision.back, context, sitting);
  if (!chosen.ok) return chosen;
  const { target, after } = chosen.value;
  const { workflow, standing } = context;
  if (target.after === 'drawn') {
    const drawn = drawnReturn(context, sitting, variables);
    if (!drawn.ok) return drawn;
    return ok(advance(context, drawn.value.stepped, causeOfReturn(context, sitting, decision, variables)));
  }
  const at = waysBack(context, sitting.token).find((each) => standing.trail[each]?.sitting?.nodeId === target.nodeId);
  if (at === undefined) {
    const moved = moveAgainst(context, sitting, target.nodeId, variables);
    return moved.ok ? ok(advance(context, moved.value, causeOfReturn(context, sitting, decision, variables))) : moved;
  }
  const undone = undoing(standing.trail, at);
  const passage = standing.trail[at] as TrailStep & { readonly sitting: Sitting };
  const exchange = {
    pieces: undone.pieces,
    gone: undone.gone,
    done: sitting.token,
    variables: returning(context, sitting, variables),
    to: target.nodeId,
  };
  const put = putBack(workflow, standing.marking, exchange, context.now);
  if (!put.ok) return put;
  const aside = putAside(standing, {
    to: { token: passage.sitting.token, nodeId: target.nodeId },
    direct: after === 'direct',
    by: decision.by,
    seat: sitting.seats.find((seat) => seat.decision === decision)?.id ?? 0,
    sitting,
    undone,
  });
  const trail = standing.trail.filter((_, index) => !undone.steps.includes(index));
  const asides = [...standing.asides.filter((each) => !aside.asides.includes(each)), aside];
  return ok(advance({ ...context, standing: { ...standing, trail, asides } }, put.value, null));
}

const causeOfReturn = (
  context: MatterContext,
  sitting: Sitting,
  { by }: Decision,
  variables: JsonObject,
): Omit<TrailStep, 'at' | 'footprint'> => ({
  sitting,
  verb: 'return',
  by,
  round: context.standing.round,
  wrote: overwritten(context.workflow, context.standing.marking, sitting.token, returning(context, sitting, variables)),
});

interface Choice {
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
    const passed = passedNodes(context, sitting.token);
    const isPassed = nodeId !== undefined && passed.includes(nodeId);
    if (where === 'node' && !isPassed)
      return fail(refusals.notPassed(nodeInfo(workflow, nodeId ?? '')?.name ?? nodeId ?? ''));
    return fail(refusals.whereNotAllowed());
  }
  if (target.after === 'drawn') return ok({ target, after: 'replay' });
  if (after !== undefined && !target.after.includes(after)) return fail(refusals.afterNotAllowed());
  return ok({ target, after: after ?? target.after[0] ?? 'direct' });
}
