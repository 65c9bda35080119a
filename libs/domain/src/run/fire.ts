import { nodeOf } from '../compile/compiled-flow.js';
import type { CompiledNode } from '../compile/compiled-flow.js';
import { nodeEvent } from '../compile/machine-json.js';
import type { JsonObject } from '../shared/json.js';
import { giveUp } from './attempt.js';
import { disarm, listenersOf, scopeListeners, triggersOf } from './arm.js';
import type { Listener } from './arm.js';
import { cancelInside, clearScope, dropIncidents } from './cancel.js';
import { openScope, put, startLoose } from './open-scope.js';
import { complete, nameOf, scopeAt, send } from './play.js';
import type { LiveScope, LiveToken, Play } from './play.js';
import { cannotKeep } from './refusals.js';
import { mapped, visibleAt, visibleIn, write } from './variables.js';

/**
 * Something that a waiting event waits for has happened. Of a parallel multiple event all triggers must happen first.
 * @param trigger index of the trigger
 * @returns whether the event itself happened now
 */
export function fire(play: Play, listener: Listener, trigger: number, variables: JsonObject = {}): boolean {
  const node = nodeOf(play.workflow.compiled, listener.node);
  const { token } = listener;
  const at: LiveToken | LiveScope = token ?? scopeAt(play, listener.on);
  keep(play, listener, node, variables);
  if (node.parallelMultiple && !isComplete(node, at, listener.node, trigger)) return false;
  if (token === null) startEventScope(play, listener, node);
  else if (node.kind === 'boundaryEvent') fireBoundary(play, listener.node, node, token);
  else if (listener.node === token.at) complete(play, token, node.kind === 'receiveTask' ? variables : {});
  else {
    // behind an event-based gateway: the others are not waited for any more
    disarm(play, listenersOf(play, token));
    token.over = true;
    play.effects.push({ type: 'done', nodeId: token.at });
    send(play, token, nodeEvent(listener.node));
  }
  return true;
}

/** What comes in with an event: all of it, or what the drawing takes of it. A receive task keeps its own as it completes. */
function keep(play: Play, { token, on, node: id }: Listener, node: CompiledNode, given: JsonObject): void {
  if (node.kind === 'receiveTask' && token?.at === id) return;
  const seen = token === null ? visibleIn(play, on) : visibleAt(play, token);
  const results = mapped(node.outputs ?? [], { ...seen, ...given });
  if (!results.ok) giveUp(cannotKeep(nameOf(play, id), results.error));
  const taken = node.outputs === undefined ? given : results.value;
  // what comes in on the border outlives the activity, so it is none of its own
  write(play, token?.at === id ? token : null, token?.in ?? on, taken);
}

function isComplete(node: CompiledNode, at: LiveToken | LiveScope, id: string, trigger: number): boolean {
  const got = [...new Set([...(at.got?.[id] ?? []), trigger])].sort((a, b) => a - b);
  const all = got.length === triggersOf(node).length;
  const { [id]: _, ...others } = at.got ?? {};
  const left = all ? others : { ...others, [id]: got };
  at.got = Object.keys(left).length > 0 ? left : undefined;
  return all;
}

/** §13.5.3: an interrupting event ends the activity, a non-interrupting one sends a token out beside it. */
function fireBoundary(play: Play, id: string, node: CompiledNode, token: LiveToken): void {
  if (!node.nonInterrupting) {
    cancelInside(play, token);
    disarm(play, listenersOf(play, token));
    dropIncidents(play, token.id);
    // what ends in the activity later in this step finds it gone
    token.over = true;
  }
  send(play, token, nodeEvent(id));
}

/** §13.5.4: an interrupting event sub-process takes the place of everything in the scope; the scope ends when it does. */
function startEventScope(play: Play, listener: Listener, node: CompiledNode): void {
  const around = scopeAt(play, listener.on);
  if (!node.nonInterrupting) {
    disarm(play, scopeListeners(play, around.id));
    dropIncidents(play, around.id);
    clearScope(play, around.id);
    around.interrupted = true;
  }
  const scope = openScope(play, node.scope, { in: around.id });
  put(play, scope.id, listener.node);
  startLoose(play, scope);
}
