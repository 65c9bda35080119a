import type { Refusal } from '../shared/refusal.js';
import { nodeOf } from '../compile/compiled-flow.js';
import type { JsonObject } from '../shared/json.js';
import { arm, disarm, listenersOf, scopeListeners, triggersOf } from './arm.js';
import type { Listener } from './arm.js';
import { dropIncidents } from './cancel.js';
import { begin, readInputs } from './enter.js';
import { finishAgain } from './finish.js';
import { retryLoop } from './loops.js';
import type { IncidentCode, StepEvent } from './marking.js';
import { isInner, nameOf, nodeAt, send } from './play.js';
import type { LiveToken, Play } from './play.js';
import { notActive } from './refusals.js';
import { write } from './variables.js';

/** Tries again what could not be done; what still cannot is an incident anew. */
export function retry(play: Play, event: Extract<StepEvent, { readonly type: 'retry' }>): Refusal | null {
  const found = play.incidents.find(
    (each) => each.nodeId === event.nodeId && (event.token === undefined || each.token === event.token),
  );
  if (found === undefined) return notActive(nameOf(play, event.nodeId));
  const token = play.tokens.get(found.token);
  if (token === undefined) {
    retryListening(play, found.token, event.variables);
    return null;
  }
  write(play, token, token.in, event.variables);
  const codes = play.incidents.filter((each) => each.token === token.id).map((each) => each.code);
  dropIncidents(play, token.id);
  // a deadline that was written wrong stops nothing else, so it may have a companion
  if (codes.includes('bad-timer')) armMissing(play, token.id, listenersOf(play, token));
  const stopped = codes.find((code) => code !== 'bad-timer');
  if (stopped !== undefined) again(play, token, stopped);
  return null;
}

/** The event sub-processes of a scope instance that could not begin to wait. */
function retryListening(play: Play, scope: number, variables: JsonObject): void {
  write(play, null, scope, variables);
  dropIncidents(play, scope);
  armMissing(play, scope, scopeListeners(play, scope));
}

function armMissing(play: Play, on: number, listeners: readonly Listener[]): void {
  const running = new Set(play.timers.filter((timer) => timer.on === on).map((timer) => timer.node));
  for (const listener of listeners) {
    if (running.has(listener.node) || !hasTimer(play, listener)) continue;
    disarm(play, [listener]);
    arm(play, listener);
  }
}

const hasTimer = (play: Play, { node }: Listener): boolean =>
  triggersOf(nodeOf(play.workflow.compiled, node)).some((trigger) => trigger.kind === 'timer');

function again(play: Play, token: LiveToken, code: IncidentCode): void {
  const node = nodeAt(play, token);
  if (token.over) finishAgain(play, token, code);
  else if (node.kind === 'exclusiveGateway') send(play, token, 'retry');
  else if (token.idle) play.changed = true;
  else if (node.loop !== undefined && !isInner(play, token)) retryLoop(play, token);
  else if (code === 'condition-problem') lookAgain(play, token);
  else if (readInputs(play, token, node)) begin(play, token, node);
}

/** An ad-hoc sub-process goes on inside; its completion condition is asked again. */
function lookAgain(play: Play, token: LiveToken): void {
  for (const scope of play.scopes.values()) if (scope.host === token.id) scope.touched = true;
}
