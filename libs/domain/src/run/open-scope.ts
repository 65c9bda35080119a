import { scopeOf } from '../compile/compiled-flow.js';
import { stateKey } from '../compile/machine-json.js';
import { calculate } from '../expressions/feel.js';
import type { Json, JsonObject } from '../shared/json.js';
import { arm, scopeListeners } from './arm.js';
import { newToken, scopeAt, send } from './play.js';
import type { LiveScope, Play } from './play.js';
import { visibleIn } from './variables.js';

/** A new activation of a scope, without tokens; its event sub-processes wait from now on (§13.3.4). */
export function openScope(play: Play, scopeId: string, facts: Partial<LiveScope>): LiveScope {
  play.seq += 1;
  const scope: LiveScope = { ...facts, id: play.seq, scope: scopeId };
  play.scopes.set(scope.id, scope);
  defineData(play, scope.id);
  for (const listener of scopeListeners(play, scope.id)) arm(play, listener);
  return scope;
}

/** Data objects and properties get their initial values; one that cannot be worked out is empty. */
export function defineData(play: Play, id: number): void {
  const scope = scopeAt(play, id);
  const defined = scopeOf(play.workflow.compiled, scope.scope).data;
  if (defined === undefined) return;
  const data: Record<string, Json> = {};
  for (const [name, initial] of Object.entries(defined)) {
    if (scope.data !== undefined && Object.hasOwn(scope.data, name)) continue;
    const result = initial === null ? null : calculate(initial, { ...visibleIn(play, id), ...data });
    data[name] = result?.kind === 'value' ? result.value : null;
  }
  setData(play, scope, data);
}

function setData(play: Play, scope: LiveScope, data: JsonObject): void {
  if (scope.id === 0) play.variables = { ...data, ...play.variables };
  else scope.data = { ...scope.data, ...data };
}

/** Puts a token where the scope starts: a process at one of its start events, a sub-process at all of them. */
export function startTokens(play: Play, scope: LiveScope): void {
  const { starts, kind, ordering, triggered } = scopeOf(play.workflow.compiled, scope.scope);
  const [first] = starts;
  if (kind === 'adHoc' && ordering === 'sequential') {
    scope.next = 1;
    if (first !== undefined) put(play, scope.id, first);
    return;
  }
  // a process that only messages or signals start is started by hand at the first of these
  const from = starts.length > 0 ? starts : kind === 'process' ? (triggered ?? []).slice(0, 1) : [];
  const plain = from.filter((id) => play.workflow.compiled.nodes[id]?.kind === 'startEvent');
  for (const id of kind === 'process' && plain.length > 0 ? plain.slice(0, 1) : from) put(play, scope.id, id);
  startLoose(play, scope);
}

/** What no flow leads to begins with its scope, wherever else that started (§10.3). */
export function startLoose(play: Play, scope: LiveScope): void {
  for (const id of scopeOf(play.workflow.compiled, scope.scope).loose ?? []) put(play, scope.id, id);
}

/** A new token at a node, as if a flow had led to it. */
export const put = (play: Play, scope: number, node: string, of?: number): void =>
  send(play, newToken(play, scope, of === undefined ? {} : { of }), stateKey(node));
