import type { CompiledNode } from '../compile/compiled-flow.js';
import { stateKey } from '../compile/machine-json.js';
import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import { fail } from '../shared/result.js';
import { attempt, giveUp } from './attempt.js';
import { cancelToken } from './cancel.js';
import { armAll, readInputs } from './enter.js';
import type { Marking } from './marking.js';
import { openScope } from './open-scope.js';
import { ROOT, compiledScopeAt, isInner, newToken, nodeAt, open, passed, scopeAt, send } from './play.js';
import type { LiveToken, Play } from './play.js';
import { inputsMissing, notActive, outOfReach, returnInParallel } from './refusals.js';
import { settle } from './settle.js';
import type { StepResult } from './step.js';
import { write } from './variables.js';
import type { Workflow } from './workflow.js';

/** A move against the drawing: which token, and to which user task. `variables` are written where the token was. */
export interface Move {
  readonly token: number;
  readonly to: string;
  readonly variables: JsonObject;
  /** others may go on beside it; whoever asks sees to it that they fit together (see completion/completes.ts) */
  readonly beside?: true;
}

/**
 * Moves a token to another user task against the drawing: a return the flow does not draw. What it leaves is cancelled,
 * the whole of a loop included; the sub-processes that it comes into are opened. Refused while anything else runs, whose
 * work the move would make meaningless, and where the target lies where no token can simply be put.
 */
export const moveToken = (workflow: Workflow, marking: Marking, move: Move, now: Instant): StepResult =>
  attempt(() => moveIt(workflow, marking, move, now));

function moveIt(workflow: Workflow, marking: Marking, move: Move, now: Instant): StepResult {
  const { token: id, to, variables, beside = false } = move;
  const play = open(workflow, marking, now);
  const named = (node: string): string => workflow.compiled.nodes[node]?.name || node;
  const token = play.tokens.get(id);
  if (token === undefined || !isWorking(play, token)) return fail(notActive(named(token?.at ?? to)));
  const around = new Set(outwards(play, token));
  const isAlone = [...play.tokens.values()].every((each) => around.has(each));
  if (play.compensations.size > 0 || !(isAlone || beside)) return fail(returnInParallel());
  const way = wayTo(play, [...around], to);
  if (way === null) return fail(outOfReach(named(to)));
  play.effects.push({ type: 'task.close', nodeId: token.at, token: token.id });
  write(play, token, token.in, variables);
  let { in: scope } = way.leaves;
  cancelToken(play, way.leaves);
  const closed = play.effects.findIndex((each) => each.type === 'task.cancel' && each.token === id);
  if (closed >= 0) play.effects.splice(closed, 1);
  for (const { host, inside } of way.enters) {
    scope = enterInside(play, scope, host, inside);
  }
  send(play, newToken(play, scope), stateKey(to));
  return settle(play, marking);
}

/** Opens a sub-process on the way in, with its data and boundary events, but without a token at its start. */
function enterInside(play: Play, scope: number, host: string, inside: string): number {
  passed(play, host);
  const token = newToken(play, scope, { at: host });
  // what is put inside does not begin the sub-process, so nobody could try that again
  if (!readInputs(play, token, nodeAt(play, token))) giveUp(inputsMissing(play.incidents.at(-1)?.message ?? ''));
  const opened = openScope(play, inside, { host: token.id, ...(scope !== ROOT && { in: scope }) });
  armAll(play, token);
  return opened.id;
}

/** At a task that waits for a person, and not the whole of a loop. */
const isWorking = (play: Play, token: LiveToken): boolean =>
  nodeAt(play, token).kind === 'userTask' &&
  !token.idle &&
  !token.over &&
  (nodeAt(play, token).loop === undefined || isInner(play, token));

/** The token, the loop it is part of, the activity around that, and so on outwards. */
function outwards(play: Play, token: LiveToken): readonly LiveToken[] {
  const chain = [token];
  for (let at: LiveToken | undefined = token; at !== undefined;) {
    at = isInner(play, at) ? play.tokens.get(at.of ?? -1) : hostOf(play, at.in);
    if (at !== undefined) chain.push(at);
  }
  return chain;
}

/** The activity in which a scope instance runs; that of an event sub-process is the one around it. */
function hostOf(play: Play, id: number): LiveToken | undefined {
  if (id === ROOT) return undefined;
  const { host, in: around } = scopeAt(play, id);
  return host === undefined ? hostOf(play, around ?? ROOT) : play.tokens.get(host);
}

interface Way {
  /** the outermost token that ends */
  readonly leaves: LiveToken;
  readonly enters: readonly { readonly host: string; readonly inside: string }[];
}

/**
 * Outwards until the scope lies around the target too, then inwards through plain sub-processes. An event sub-process is
 * never left, as it stands for what it interrupted; nothing is entered in the midst of a loop or a called flow.
 */
function wayTo(play: Play, chain: readonly LiveToken[], to: string): Way | null {
  const { compiled } = play.workflow;
  const target = compiled.nodes[to];
  if (target === undefined || !canStandAt(target)) return null;
  const wanted: string[] = [];
  for (let at: string | undefined = target.scope; at !== undefined; at = compiled.scopes[at]?.parent)
    wanted.unshift(at);
  for (const [index, leaves] of chain.entries()) {
    const next = chain[index + 1];
    const isWhole = next === undefined || next.id !== leaves.of;
    const { scope } = scopeAt(play, leaves.in);
    if (isWhole && wanted.includes(scope)) {
      const enters = wanted
        .slice(wanted.indexOf(scope) + 1)
        .map((inside) => ({ host: entranceOf(play, inside), inside }));
      return enters.every((each): each is { host: string; inside: string } => each.host !== null)
        ? { leaves, enters }
        : null;
    }
    if (isWhole && compiledScopeAt(play, leaves.in).kind === 'event') return null;
  }
  return null;
}

const canStandAt = (node: CompiledNode): boolean =>
  node.kind === 'userTask' && node.forCompensation === undefined && (node.startQuantity ?? 1) === 1;

/** The plain sub-process with this inside. */
function entranceOf({ workflow: { compiled } }: Play, inside: string): string | null {
  const kind = compiled.scopes[inside]?.kind;
  if (kind === 'event') return null;
  for (const [id, node] of Object.entries(compiled.nodes)) {
    if (node.inside === inside) return node.loop === undefined && node.kind === 'subProcess' ? id : null;
  }
  return null;
}
