import type { DataMapping } from '../bpmn/model.js';
import { calculate } from '../expressions/feel.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Json, JsonObject } from '../shared/json.js';
import { ROOT, compiledScopeAt, nodeAt, scopeAt } from './play.js';
import type { LiveScope, LiveToken, Play } from './play.js';

/** The names every condition may read, so that none is unknown before it is first set. */
const DEFAULTS: JsonObject = { form: {}, verdict: null, verdicts: {}, round: 0, unit: {} };

/**
 * A called process that is given data sees that alone and its own variables; one that is given none works on the
 * variables of its caller.
 */
export function isIsolated(play: Play, id: number): boolean {
  const { kind } = compiledScopeAt(play, id);
  if (id === ROOT || (kind !== 'process' && kind !== 'globalTask')) return false;
  const { scope, host } = scopeAt(play, id);
  const caller = host === undefined ? undefined : play.tokens.get(host);
  if (caller !== undefined) return nodeAt(play, caller).inputs !== undefined;
  // looked into again, to undo something: as it was called
  return Object.values(play.workflow.compiled.nodes).some((node) => node.inside === scope && node.inputs !== undefined);
}

/** Scope instances from the outermost that is visible to the given one. */
function chain(play: Play, id: number): readonly number[] {
  const ids: number[] = [];
  for (let at = id; ;) {
    ids.unshift(at);
    if (at === ROOT || isIsolated(play, at)) return ids;
    const { host, in: around } = scopeAt(play, at);
    at = host === undefined ? (around ?? ROOT) : (play.tokens.get(host)?.in ?? ROOT);
  }
}

/** What expressions at a scope instance can read: the process's variables, overlaid by those further in. */
export function visibleIn(play: Play, id: number): JsonObject {
  let seen: JsonObject = { ...DEFAULTS, ...play.variables };
  if (id === ROOT) return seen;
  for (const at of chain(play, id)) {
    const scope = scopeAt(play, at);
    if (isIsolated(play, at)) seen = { ...DEFAULTS };
    const host = scope.host === undefined ? undefined : play.tokens.get(scope.host);
    if (host !== undefined && !isIsolated(play, at)) seen = { ...seen, ...tokenData(play, host) };
    if (scope.data !== undefined) seen = { ...seen, ...scope.data };
  }
  return seen;
}

export function visibleAt(play: Play, token: LiveToken): JsonObject {
  const around = visibleIn(play, token.in);
  const own = tokenData(play, token);
  return own === undefined ? around : { ...around, ...own };
}

/** Variables of the token itself and of the loop it belongs to. */
function tokenData(play: Play, token: LiveToken): JsonObject | undefined {
  const outer = token.of === undefined ? undefined : play.tokens.get(token.of);
  return outer?.data === undefined ? token.data : { ...outer.data, ...token.data };
}

/** Data associations: what they move, under its new names; else in plain Chinese which of them gives nothing, and why. */
export function mapped(mappings: readonly DataMapping[], seen: JsonObject): Result<JsonObject, string> {
  const found: Record<string, Json> = {};
  for (const { from, to } of mappings) {
    const result = calculate(from, seen);
    if (result.kind === 'problem') return fail(`“${to}”算不出来：${result.message}`);
    found[to] = result.value;
  }
  return ok(found);
}

/** Each variable goes to the innermost place that has one of its name, else to the process (or the called process). */
export function write(play: Play, token: LiveToken | null, scope: number, variables: JsonObject): void {
  const names = Object.keys(variables);
  if (names.length === 0) return;
  play.changed = true;
  if (scope === ROOT && token?.data === undefined) {
    play.variables = { ...play.variables, ...variables };
    return;
  }
  const places = placesFrom(play, token, scope);
  const end = scopeAt(play, chain(play, scope)[0] ?? ROOT);
  let rest: Record<string, Json> | null = null;
  for (const name of names) {
    const value = variables[name] as Json;
    const place = places.find(({ data }) => data !== undefined && Object.hasOwn(data, name)) ?? end;
    if (place.id === ROOT) (rest ??= {})[name] = value;
    else place.data = { ...place.data, [name]: value };
  }
  if (rest !== null) play.variables = { ...play.variables, ...rest };
}

/** What has variables of its own, from a token outwards: tokens with data, scope instances, the activities around them. */
function placesFrom(play: Play, token: LiveToken | null, scope: number): readonly (LiveToken | LiveScope)[] {
  const places: (LiveToken | LiveScope)[] = token === null ? [] : [token];
  for (const id of chain(play, scope).toReversed()) {
    if (id === ROOT) break;
    const instance = scopeAt(play, id);
    places.push(instance);
    const host = instance.host === undefined ? undefined : play.tokens.get(instance.host);
    if (host !== undefined && !isIsolated(play, id)) places.push(host);
  }
  return places;
}
