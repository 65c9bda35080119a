import { flowOf } from '../compile/compiled-flow.js';
import type { CompiledNode } from '../compile/compiled-flow.js';
import { flowEvent } from '../compile/machine-json.js';
import { decide } from '../expressions/feel.js';
import { complete, incident, nameOf, newToken, nodeAt, scopeAt, send } from './play.js';
import type { LiveToken, Play } from './play.js';
import { visibleIn } from './variables.js';

/** The tokens that wait at a node of a scope instance, the oldest of each flow first. */
function waitingAt(play: Play, scope: number, node: string): ReadonlyMap<string, readonly LiveToken[]> {
  const byFlow = new Map<string, LiveToken[]>();
  for (const token of play.tokens.values()) {
    if (token.in !== scope || token.at !== node || !token.idle) continue;
    const list = byFlow.get(token.via ?? '');
    if (list) list.push(token);
    else byFlow.set(token.via ?? '', [token]);
  }
  return byFlow;
}

/** A token came to a gateway that may have to wait for others. */
export function arrive(play: Play, token: LiveToken): void {
  const node = nodeAt(play, token);
  if ((node.incoming ?? []).length <= 1 && node.activationCondition === undefined) {
    complete(play, token);
    return;
  }
  token.idle = true;
  if (node.kind === 'parallelGateway') joinParallel(play, token.in, token.at, node);
}

/** §13.4.1: one token from each flow, however many wait on one of them. */
function joinParallel(play: Play, scope: number, id: string, node: CompiledNode): void {
  const waiting = waitingAt(play, scope, id);
  const first = (node.incoming ?? []).map((flow) => waiting.get(flow)?.[0]);
  if (first.every((token) => token !== undefined)) merge(play, first);
}

/** Several tokens become one, which goes on. */
function merge(play: Play, tokens: readonly LiveToken[]): void {
  const [survivor, ...others] = [...tokens].sort((a, b) => a.id - b.id);
  if (survivor === undefined) return;
  for (const token of others) play.tokens.delete(token.id);
  survivor.idle = undefined;
  survivor.via = undefined;
  play.changed = true;
  complete(play, survivor);
}

/** Table 10.3: an activity that needs several tokens begins when they have come, on whatever flows. */
export function gather(play: Play, token: LiveToken, quantity: number): boolean {
  token.idle = true;
  const waiting = [...waitingAt(play, token.in, token.at).values()].flat().sort((a, b) => a.id - b.id);
  if (waiting.length < quantity) return false;
  for (const other of waiting.slice(0, quantity)) if (other !== token) play.tokens.delete(other.id);
  token.idle = undefined;
  token.via = undefined;
  return true;
}

/**
 * Inclusive and complex gateways, when nothing moves by itself any more: a token elsewhere may have changed what can
 * still come. One gateway at a time, as each changes the answer for the next.
 * @returns whether one went on
 */
export function joinWaiting(play: Play): boolean {
  let places: Map<string, LiveToken> | null = null;
  for (const token of play.tokens.values()) {
    if (!token.idle || nodeAt(play, token).kind === 'parallelGateway') continue;
    places ??= new Map();
    places.set(`${token.in} ${token.at}`, token);
  }
  for (const token of places?.values() ?? []) {
    const node = nodeAt(play, token);
    if (node.kind === 'inclusiveGateway' && joinInclusive(play, token.in, token.at, node)) return true;
    if (node.kind === 'complexGateway' && joinComplex(play, token.in, token.at, node)) return true;
  }
  return resetComplex(play);
}

/** Table 13.3: no token can come to an empty flow, unless it can as well come to one that has a token. */
function joinInclusive(play: Play, scope: number, id: string, node: CompiledNode): boolean {
  const waiting = waitingAt(play, scope, id);
  if (mayStillCome(play, scope, id, node, new Set(waiting.keys()))) return false;
  merge(
    play,
    [...waiting.values()].flatMap((tokens) => tokens.slice(0, 1)),
  );
  return true;
}

function mayStillCome(play: Play, scope: number, id: string, node: CompiledNode, filled: ReadonlySet<string>): boolean {
  const { reach } = play.workflow;
  const flows = node.incoming ?? [];
  for (const token of play.tokens.values()) {
    if (token.in !== scope || (token.at === id && token.idle)) continue;
    const toEmpty = flows.some((flow) => !filled.has(flow) && reach.to(id, flow).has(token.at));
    const toFilled = flows.some((flow) => filled.has(flow) && reach.along(id, flow).has(token.at));
    if (toEmpty && !toFilled) return true;
  }
  return false;
}

/** §13.4.5: goes on as soon as its condition over the number of flows with tokens holds; later tokens are for the reset. */
function joinComplex(play: Play, scope: number, id: string, node: CompiledNode): boolean {
  const instance = scopeAt(play, scope);
  if (instance.fired?.[id] !== undefined) return false;
  const waiting = waitingAt(play, scope, id);
  if (waiting.size === 0) return false;
  if (node.activationCondition === undefined) return joinInclusive(play, scope, id, node);
  const first = [...waiting.values()].flatMap((tokens) => tokens.slice(0, 1));
  const token = first[0];
  if (token === undefined || play.incidents.some((each) => each.token === token.id)) return false;
  const variables = { ...visibleIn(play, scope), activationCount: waiting.size };
  const verdict = decide(node.activationCondition, variables);
  if (verdict.kind === 'problem') {
    const message = `“${nameOf(play, id)}”的汇合条件算不出来：${verdict.message}。`;
    incident(play, token, 'condition-problem', message, '请补全或改正汇合条件用到的内容后重试。');
    return false;
  }
  if (verdict.kind === 'false') return false;
  instance.fired = { ...instance.fired, [id]: [...waiting.keys()].sort() };
  merge(play, first);
  return true;
}

/** Flows with a condition are asked once more, with waitingForStart false; others have had their token. */
function sendOutAtReset(play: Play, scope: number, node: CompiledNode, activationCount: number): void {
  const seen = { ...visibleIn(play, scope), activationCount, waitingForStart: false };
  for (const id of node.outgoing) {
    const { when } = flowOf(play.workflow.compiled, id);
    if (when === undefined || id === node.defaultFlow || decide(when, seen).kind !== 'true') continue;
    send(play, newToken(play, scope), flowEvent(id));
  }
}

/** A complex gateway that went on early takes the tokens of the other flows when no more can come, and begins anew. */
function resetComplex(play: Play): boolean {
  for (const scope of play.scopes.values()) {
    if (scope.fired === undefined) continue;
    for (const [id, used] of Object.entries(scope.fired)) {
      const node = play.workflow.compiled.nodes[id];
      if (node === undefined) continue;
      const waiting = waitingAt(play, scope.id, id);
      const filled = new Set([...used, ...waiting.keys()]);
      if (mayStillCome(play, scope.id, id, node, filled)) continue;
      for (const [flow, tokens] of waiting) if (!used.includes(flow)) play.tokens.delete(tokens[0]?.id ?? -1);
      const { [id]: _, ...others } = scope.fired ?? {};
      scope.fired = Object.keys(others).length > 0 ? others : undefined;
      sendOutAtReset(play, scope.id, node, filled.size);
      return true;
    }
  }
  return false;
}
