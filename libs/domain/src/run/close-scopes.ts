import type { CompiledScope } from '../compile/compiled-flow.js';
import { decide } from '../expressions/feel.js';
import type { Verdict } from '../expressions/feel.js';
import type { JsonObject } from '../shared/json.js';
import { disarm, scopeListeners } from './arm.js';
import { clearScope, dropIncidents } from './cancel.js';
import { finish } from './finish.js';
import { put, startTokens } from './open-scope.js';
import { ROOT, compiledScopeAt, incident, nameOf, nodeAt } from './play.js';
import type { LiveScope, LiveToken, Play } from './play.js';
import { isIsolated, visibleIn } from './variables.js';

/**
 * Scope instances in which nothing runs any more are over, the innermost first; their activity goes on (§13.3.4).
 * @returns whether one ended, or an ad-hoc sub-process went on
 */
export function closeScopes(play: Play): boolean {
  if (play.scopes.size === 1) return false;
  const busy = busyScopes(play);
  for (const scope of [...play.scopes.values()].toReversed()) {
    if (scope.id === ROOT) continue;
    const compiled = compiledScopeAt(play, scope.id);
    if (compiled.kind === 'adHoc' && !scope.interrupted) {
      if (goOnAdHoc(play, scope, compiled, !busy.has(scope.id))) return true;
    } else if (!busy.has(scope.id)) {
      close(play, scope, compiled);
      return true;
    }
  }
  return false;
}

/** Scope instances in which something runs: worked out for all at once, as there may be thousands. */
function busyScopes(play: Play): ReadonlySet<number> {
  const busy = new Set<number>();
  for (const token of play.tokens.values()) busy.add(token.in);
  for (const scope of play.scopes.values()) {
    if (scope.host === undefined && scope.in !== undefined) busy.add(scope.in);
  }
  for (const each of play.compensations.values()) busy.add(each.in).add(each.by);
  return busy;
}

function close(play: Play, scope: LiveScope, compiled: CompiledScope): void {
  const isolated = isIsolated(play, scope.id);
  disarm(play, scopeListeners(play, scope.id));
  dropIncidents(play, scope.id);
  play.scopes.delete(scope.id);
  play.changed = true;
  // an event sub-process is the inside of no token, and neither is a sub-process that was looked into to undo it
  if (scope.host === undefined) play.effects.push({ type: 'done', nodeId: scope.scope });
  if (scope.of !== undefined) play.queue.push({ do: 'compensate', compensation: scope.of });
  const host = scope.host === undefined ? undefined : play.tokens.get(scope.host);
  if (host === undefined || host.over) return;
  finish(play, host, givenBack(play, host, scope, compiled, isolated), scope);
}

/**
 * What the inside leaves behind: all it knows, where the drawing maps it; else what a called process has written besides
 * what it was given. An embedded sub-process has written everything else already.
 */
function givenBack(
  play: Play,
  host: LiveToken,
  { data = {} }: LiveScope,
  compiled: CompiledScope,
  isolated: boolean,
): JsonObject {
  const { inputs = [], outputs } = nodeAt(play, host);
  if (outputs !== undefined) return data;
  if (!isolated) return {};
  const own = new Set([...inputs.map(({ to }) => to), ...Object.keys(compiled.data ?? {})]);
  return Object.fromEntries(Object.entries(data).filter(([name]) => !own.has(name)));
}

const isDone = (play: Play, scope: LiveScope, { completionCondition }: CompiledScope): Verdict | null =>
  completionCondition === undefined ? null : decide(completionCondition, visibleIn(play, scope.id));

/** §13.3.5: after each completion its condition says whether it is over; without one it is over when all is done. */
function goOnAdHoc(play: Play, scope: LiveScope, compiled: CompiledScope, empty: boolean): boolean {
  const touched = scope.touched === true;
  scope.touched = undefined;
  const host = scope.host === undefined ? undefined : play.tokens.get(scope.host);
  if ((!touched && !empty) || (!touched && play.incidents.some((each) => each.token === host?.id))) return false;
  const verdict = isDone(play, scope, compiled);
  if (verdict?.kind === 'problem' && host !== undefined) {
    dropIncidents(play, host.id);
    const message = `“${nameOf(play, host.at)}”的完成条件算不出来：${verdict.message}。`;
    incident(play, host, 'condition-problem', message, '请补全或改正完成条件用到的内容后重试。');
    return false;
  }
  const over = verdict === null ? null : verdict.kind === 'true';
  if (over === true && !empty) {
    if (compiled.keepsRemaining) return false;
    clearScope(play, scope.id);
  }
  if (over === true) {
    close(play, scope, compiled);
    return true;
  }
  if (!empty) return false;
  const next = scope.next === undefined ? undefined : compiled.starts[scope.next];
  if (next !== undefined && scope.next !== undefined) {
    scope.next += 1;
    put(play, scope.id, next);
  } else if (over === null) close(play, scope, compiled);
  else startTokens(play, scope);
  return true;
}
