import { disarm, listenersOf, retract, scopeListeners } from './arm.js';
import { isInner, nodeAt, tokensIn } from './play.js';
import type { LiveToken, Play } from './play.js';

/** Takes a token away with everything inside its activity: it was interrupted, and nothing of it goes on (§13.3.4). */
export function cancelToken(play: Play, token: LiveToken): void {
  cancelInside(play, token);
  disarm(play, listenersOf(play, token));
  dropIncidents(play, token.id);
  play.tokens.delete(token.id);
}

/** Ends what runs inside an activity, its open task or job included; the token itself stays, and so do its boundaries. */
export function cancelInside(play: Play, token: LiveToken): void {
  for (const other of play.tokens.values()) {
    if (other.of === token.id && isInner(play, other)) cancelToken(play, other);
  }
  for (const scope of play.scopes.values()) if (scope.host === token.id) cancelScope(play, scope.id);
  for (const each of play.compensations.values()) {
    if (each.by === token.id) cancelCompensation(play, each.id);
  }
  if (token.coming || token.over || token.idle || token.at === '') return;
  const node = nodeAt(play, token);
  const waits = node.loop === undefined || isInner(play, token);
  const [nodeId, id] = [token.at, token.id];
  if (node.kind === 'userTask' && waits) retract(play, 'task.open', { type: 'task.cancel', nodeId, token: id });
  if (node.kind === 'serviceTask' && waits && !isStopped(play, token)) {
    retract(play, 'job.start', { type: 'job.cancel', nodeId, token: id });
  }
}

/** By an incident at its work; a deadline that was written wrong stops nothing. */
export const isStopped = (play: Play, token: LiveToken): boolean =>
  play.incidents.some((each) => each.token === token.id && each.code !== 'bad-timer');

/** Ends a scope instance and everything in it. */
export function cancelScope(play: Play, id: number): void {
  clearScope(play, id);
  disarm(play, scopeListeners(play, id));
  dropIncidents(play, id);
  play.scopes.delete(id);
}

/** Ends everything in a scope instance, what is being undone in it included, but what `keep` says; the instance itself stays. */
export function clearScope(play: Play, id: number, keep: LiveToken | null = null): void {
  for (const token of tokensIn(play, id)) {
    if (token !== keep && play.tokens.has(token.id)) cancelToken(play, token);
  }
  for (const each of play.compensations.values()) {
    if (each.in === id && each.by !== keep?.id) cancelCompensation(play, each.id);
  }
  for (const scope of play.scopes.values()) {
    if (scope.id !== id && scope.host === undefined && (scope.in ?? 0) === id && scope.id !== 0)
      cancelScope(play, scope.id);
  }
}

function cancelCompensation(play: Play, id: number): void {
  play.compensations.delete(id);
  for (const token of play.tokens.values()) if (token.of === id) cancelToken(play, token);
  for (const scope of play.scopes.values()) if (scope.of === id) cancelScope(play, scope.id);
}

export function dropIncidents(play: Play, token: number): void {
  if (play.incidents.length === 0) return;
  for (const each of play.incidents) {
    if (each.token === token) play.effects.push({ type: 'incident.resolved', nodeId: each.nodeId, token });
  }
  play.incidents = play.incidents.filter((each) => each.token !== token);
}
