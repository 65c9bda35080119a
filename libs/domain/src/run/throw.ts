import type { Trigger } from '../bpmn/model.js';
import { nodeOf } from '../compile/compiled-flow.js';
import type { CompiledNode } from '../compile/compiled-flow.js';
import { calculate } from '../expressions/feel.js';
import type { JsonObject } from '../shared/json.js';
import { allListeners, disarm, listenersOf, scopeListeners, triggersOf } from './arm.js';
import type { Listener } from './arm.js';
import { cancelScope, clearScope } from './cancel.js';
import { beginCompensation } from './compensate.js';
import { fire } from './fire.js';
import { ROOT, complete, depthOf, incident, isAlive, nameOf, nodeAt, scopeAt } from './play.js';
import type { LiveToken, Play } from './play.js';
import { visibleAt } from './variables.js';

/**
 * Carries out a throwing event (§13.5.6): everything it throws, in order.
 * @returns whether the token goes on at once; a compensation is waited for
 */
export function throwAll(play: Play, token: LiveToken, triggers: readonly Trigger[]): boolean {
  let goesOn = true;
  for (const trigger of triggers) {
    if (!isAlive(play, token)) return false;
    if (!throwOne(play, token, trigger)) goesOn = false;
  }
  return goesOn;
}

function throwOne(play: Play, token: LiveToken, trigger: Trigger): boolean {
  switch (trigger.kind) {
    case 'error':
      throwError(play, token.in, trigger.code, token.at);
      return false;
    case 'escalation':
      throwEscalation(play, token, trigger.code);
      return true;
    case 'signal':
      throwSignal(play, token, trigger.name ?? '');
      return true;
    case 'message':
      sendMessage(play, token, trigger.name ?? '', trigger.correlation);
      return true;
    case 'compensation':
      return !beginCompensation(play, token, trigger.activity, trigger.wait) || !trigger.wait;
    case 'terminate':
      disarm(play, scopeListeners(play, token.in));
      clearScope(play, token.in, token);
      scopeAt(play, token.in).interrupted = true;
      return true;
    case 'cancel':
      return cancelTransaction(play, token);
    default:
      return true;
  }
}

const variablesOf = (play: Play, token: LiveToken): JsonObject =>
  nodeAt(play, token).inputs === undefined ? {} : (token.data ?? {});

export function sendMessage(play: Play, token: LiveToken, name: string, correlation: string | null): void {
  const key = correlation === null ? null : calculate(correlation, visibleAt(play, token));
  const text = key?.kind === 'value' && key.value !== null ? String(key.value) : null;
  play.effects.push({
    type: 'message.send',
    nodeId: token.at,
    name,
    key: text,
    variables: variablesOf(play, token),
  });
}

/**
 * Whether the messages that are to be sent have the keys that are drawn: without one a message would go to somebody else,
 * or to nobody. Asked before anything is thrown, so that all of it can be tried again; a key that is not there is an
 * incident.
 */
export function hasKeys(play: Play, token: LiveToken, correlations: readonly (string | null)[]): boolean {
  for (const correlation of correlations) {
    if (correlation === null) continue;
    const key = calculate(correlation, visibleAt(play, token));
    if (key.kind === 'value' && key.value !== null) continue;
    const why = key.kind === 'problem' ? `算不出来：${key.message}` : '是空的';
    const message = `“${nameOf(play, token.at)}”要发的消息，关联值${why}。`;
    incident(play, token, 'expression-problem', message, '请补全关联值用到的内容后重试。');
    return false;
  }
  return true;
}

export const correlationsIn = (triggers: readonly Trigger[]): readonly (string | null)[] =>
  triggers.flatMap((trigger) => (trigger.kind === 'message' ? [trigger.correlation] : []));

/** To everything in the instance that waits for it now, and to the world. */
function throwSignal(play: Play, token: LiveToken, name: string): void {
  const variables = variablesOf(play, token);
  play.effects.push({ type: 'signal.send', nodeId: token.at, name, variables });
  deliverSignal(play, name, variables);
}

/** To all that wait now, the innermost first, and what interrupts before the rest: what it ends does not hear it. */
export function deliverSignal(play: Play, name: string, variables: JsonObject): boolean {
  let heard = false;
  const { compiled } = play.workflow;
  const rank = ({ node, token, on }: Listener): number =>
    2 * depthOf(play, token?.in ?? on) + (interrupts(nodeOf(compiled, node)) ? 1 : 0);
  for (const listener of allListeners(play).toSorted((a, b) => rank(b) - rank(a))) {
    for (const [trigger, each] of triggersOf(nodeOf(compiled, listener.node)).entries()) {
      if (each.kind !== 'signal' || each.name !== name) continue;
      play.queue.push({ do: 'hear', listener, trigger, variables });
      heard = true;
    }
  }
  return heard;
}

const interrupts = ({ kind, nonInterrupting }: CompiledNode): boolean =>
  (kind === 'startEvent' || kind === 'boundaryEvent') && !nonInterrupting;

export const stillWaits = (play: Play, { node, on, token }: Listener): boolean =>
  token === null
    ? play.scopes.has(on) && scopeListeners(play, on).some((each) => each.node === node)
    : isAlive(play, token) && listenersOf(play, token).some((each) => each.node === node);

interface Caught {
  readonly listener: Listener;
  readonly trigger: number;
}

/** Of the events waiting at one place: the one that names the code, else one that catches every code. */
function catcher(
  play: Play,
  listeners: readonly Listener[],
  kind: 'error' | 'escalation',
  code: string | null,
): Caught | null {
  let any: Caught | null = null;
  for (const listener of listeners) {
    for (const [at, trigger] of triggersOf(nodeOf(play.workflow.compiled, listener.node)).entries()) {
      if (trigger.kind !== kind) continue;
      if (trigger.code !== null && trigger.code === code) return { listener, trigger: at };
      if (trigger.code === null) any ??= { listener, trigger: at };
    }
  }
  return any;
}

/** From the scope outwards: event sub-processes first, then the boundary of the activity around it (§10.5.7). */
function findCatcher(play: Play, scope: number, kind: 'error' | 'escalation', code: string | null): Caught | null {
  for (let at = scope; ;) {
    const inside = catcher(play, scopeListeners(play, at), kind, code);
    if (inside) return inside;
    if (at === ROOT) return null;
    const { host, in: around } = scopeAt(play, at);
    if (host === undefined) {
      at = around ?? ROOT;
      continue;
    }
    const token = play.tokens.get(host);
    if (token === undefined) return null;
    const outer = (token.of === undefined ? undefined : play.tokens.get(token.of)) ?? token;
    const boundary = catcher(play, listenersOf(play, outer), kind, code);
    if (boundary) return boundary;
    at = outer.in;
  }
}

/** An error that nothing catches ends the instance as failed; `by` is the end event that threw it. */
function throwError(play: Play, scope: number, code: string | null, by: string | null): void {
  const caught = findCatcher(play, scope, 'error', code);
  if (caught) {
    fire(play, caught.listener, caught.trigger);
    return;
  }
  disarm(play, scopeListeners(play, ROOT));
  clearScope(play, ROOT);
  scopeAt(play, ROOT).interrupted = true;
  play.reached = { nodeId: by ?? scopeAt(play, ROOT).scope, outcome: 'failed' };
}

/** An error of an activity: its own boundary first. */
export function throwErrorAt(play: Play, token: LiveToken, code: string | null): void {
  const outer = (token.of === undefined ? undefined : play.tokens.get(token.of)) ?? token;
  const caught = catcher(play, listenersOf(play, outer), 'error', code);
  if (caught) fire(play, caught.listener, caught.trigger);
  else throwError(play, token.in, code, null);
}

/** An escalation that nothing catches is no fault: who threw it goes on. */
function throwEscalation(play: Play, token: LiveToken, code: string | null): void {
  const caught = findCatcher(play, token.in, 'escalation', code);
  if (caught) fire(play, caught.listener, caught.trigger);
}

/** §13.3.4: a cancelled transaction ends everything inside, undoes what was done, and leaves by its cancel event. */
function cancelTransaction(play: Play, token: LiveToken): boolean {
  const scope = scopeAt(play, token.in);
  clearScope(play, token.in, token);
  if (beginCompensation(play, token, null)) return false;
  return leaveTransaction(play, scope.id);
}

export function leaveTransaction(play: Play, id: number): boolean {
  const { host } = scopeAt(play, id);
  const at = host === undefined ? undefined : play.tokens.get(host);
  if (at === undefined) return true;
  const outer = (at.of === undefined ? undefined : play.tokens.get(at.of)) ?? at;
  const boundary = listenersOf(play, outer).find((each) =>
    triggersOf(nodeOf(play.workflow.compiled, each.node)).some((trigger) => trigger.kind === 'cancel'),
  );
  if (boundary) fire(play, boundary, 0);
  else {
    cancelScope(play, id);
    complete(play, at);
  }
  return false;
}
