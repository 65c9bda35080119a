import type { NodeKind, Trigger } from '../bpmn/model.js';
import { flowOf, nodeOf, scopeOf } from '../compile/compiled-flow.js';
import type { CompiledNode } from '../compile/compiled-flow.js';
import { calculate } from '../expressions/feel.js';
import type { JsonObject } from '../shared/json.js';
import { incident, isInner, nameOf, nodeAt, scopeAt } from './play.js';
import type { LiveToken, Play } from './play.js';
import { openedBefore } from './terms.js';
import { firstDue } from './timer-due.js';
import { visibleAt, visibleIn } from './variables.js';

/** An event that waits: at a token (its own node, a boundary, behind its gateway) or for an event sub-process to start. */
export interface Listener {
  readonly node: string;
  /** id of the token or scope instance */
  readonly on: number;
  readonly token: LiveToken | null;
}

export function triggersOf(node: CompiledNode): readonly Trigger[] {
  if (node.kind !== 'receiveTask') return node.triggers ?? [];
  return [{ kind: 'message', name: node.message ?? null, correlation: node.correlation ?? null }];
}

const CATCHING: ReadonlySet<NodeKind> = new Set(['intermediateCatchEvent', 'receiveTask', 'eventBasedGateway']);
const NOTHING: readonly Listener[] = [];

/** The events that a token waits for where it is. */
export function listenersOf(play: Play, token: LiveToken): readonly Listener[] {
  if (token.idle || token.over || token.at === '') return NOTHING;
  const node = nodeAt(play, token);
  if (node.boundaries === undefined && !CATCHING.has(node.kind)) return NOTHING;
  const inner = isInner(play, token);
  const own =
    node.kind === 'intermediateCatchEvent' || (node.kind === 'receiveTask' && (inner || node.loop === undefined))
      ? [token.at]
      : node.kind === 'eventBasedGateway'
        ? node.outgoing.map((flow) => flowOf(play.workflow.compiled, flow).target)
        : [];
  const boundaries = inner ? [] : (node.boundaries ?? []);
  return [...own, ...boundaries].map((id) => ({ node: id, on: token.id, token }));
}

/** The starts of event sub-processes that a scope instance waits for. */
export function scopeListeners(play: Play, id: number): readonly Listener[] {
  const { compiled } = play.workflow;
  const scope = scopeAt(play, id);
  if (scope.interrupted) return [];
  return (scopeOf(compiled, scope.scope).eventScopes ?? []).flatMap((inside) =>
    (scopeOf(compiled, inside).triggered ?? []).map((node) => ({ node, on: id, token: null })),
  );
}

export const allListeners = (play: Play): readonly Listener[] => [
  ...[...play.tokens.values()].flatMap((token) => listenersOf(play, token)),
  ...[...play.scopes.keys()].flatMap((id) => scopeListeners(play, id)),
];

const visible = (play: Play, { token, on }: Listener): JsonObject =>
  token === null ? visibleIn(play, on) : visibleAt(play, token);

/** Starts the timers of an event and tells the world what it waits for. A timer whose time is wrong is an incident. */
export function arm(play: Play, listener: Listener): void {
  for (const [at, trigger] of triggersOf(nodeOf(play.workflow.compiled, listener.node)).entries()) {
    if (trigger.kind === 'timer') startTimer(play, listener, at, trigger);
  }
  startWaiting(play, listener);
  play.changed = true;
}

/** Tells the world which messages and signals an event waits for. */
export function startWaiting(play: Play, listener: Listener): void {
  const { node: nodeId, on: token } = listener;
  for (const trigger of triggersOf(nodeOf(play.workflow.compiled, nodeId))) {
    if (trigger.kind !== 'message' && trigger.kind !== 'signal') continue;
    const key = keyOf(play, listener, trigger);
    if (key === undefined) continue;
    play.effects.push({ type: 'wait.start', kind: trigger.kind, nodeId, token, name: trigger.name ?? '', key });
  }
}

export function stopWaiting(play: Play, { node: nodeId, on: token }: Listener): void {
  for (const trigger of triggersOf(nodeOf(play.workflow.compiled, nodeId))) {
    if (trigger.kind !== 'message' && trigger.kind !== 'signal') continue;
    retract(play, 'wait.start', { type: 'wait.cancel', nodeId, token });
  }
}

/** What a message must carry to be meant for this place; null: any will do; undefined: not known yet, so none will. */
export function keyOf(play: Play, listener: Listener, trigger: Trigger): string | null | undefined {
  if (trigger.kind !== 'message' || trigger.correlation === null) return null;
  const result = calculate(trigger.correlation, visible(play, listener));
  return result.kind === 'value' && result.value !== null ? String(result.value) : undefined;
}

function startTimer(
  play: Play,
  listener: Listener,
  at: number,
  { timer }: Extract<Trigger, { readonly kind: 'timer' }>,
): void {
  const due =
    timer === null
      ? null
      : firstDue(timer, play.now, visible(play, listener), play.workflow.calendar, spent(play, listener));
  if (due === null || !due.ok) {
    badTimer(play, listener, due === null ? null : due.error);
    return;
  }
  const { dueAt, left, from } = due.value;
  play.timers.push({
    node: listener.node,
    on: listener.on,
    dueAt,
    ...(at > 0 && { trigger: at }),
    ...(left !== undefined && { left }),
    ...(from !== undefined && { from }),
  });
  play.effects.push({ type: 'timer.start', nodeId: listener.node, token: listener.on, dueAt });
}

/** @param why without a full stop; null: nothing is drawn */
export function badTimer(play: Play, { node, on, token }: Listener, why: string | null): void {
  const message = `定时器“${nameOf(play, node)}”的时间算不出来${why === null ? '' : `：${why}`}。`;
  incident(play, token ?? { id: on, at: node }, 'bad-timer', message, '请改正定时器的时间后重试，例如 P3D 表示三天。');
}

/** What has run already of a deadline on a task whose term goes on. */
function spent(play: Play, { node }: Listener): ReturnType<typeof openedBefore> {
  const host = nodeOf(play.workflow.compiled, node).attachedTo;
  if (host === undefined || !nodeOf(play.workflow.compiled, host).clockContinues) return [];
  return openedBefore(play, host);
}

/** Ends the waiting of events: timers stop, the world forgets the places. */
export function disarm(play: Play, listeners: readonly Listener[]): void {
  for (const listener of listeners) {
    const { node, on, token } = listener;
    if (token?.coming) continue;
    const stopped = play.timers.filter((timer) => timer.node === node && timer.on === on);
    if (stopped.length > 0) {
      play.timers = play.timers.filter((timer) => !stopped.includes(timer));
      for (const _ of stopped) retract(play, 'timer.start', { type: 'timer.cancel', nodeId: node, token: on });
    }
    stopWaiting(play, listener);
  }
}

type Opening = 'task.open' | 'timer.start' | 'job.start' | 'wait.start';
type Closing = 'task.cancel' | 'timer.cancel' | 'job.cancel' | 'wait.cancel';

/** What was opened and closed within one step never existed for anyone: both vanish. */
export function retract(
  play: Play,
  opening: Opening,
  closing: { readonly type: Closing; readonly nodeId: string; readonly token: number },
): void {
  const at = play.effects.findLastIndex(
    (each) => each.type === opening && each.nodeId === closing.nodeId && each.token === closing.token,
  );
  if (at >= 0) play.effects.splice(at, 1);
  else play.effects.push(closing);
}
