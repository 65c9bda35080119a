import type { DataMapping } from '../bpmn/model.js';
import { calculate } from '../expressions/feel.js';
import type { Json, JsonObject } from '../shared/json.js';
import { ROOT, compiledScopeAt, scopeAt } from './play.js';
import type { LiveToken, Play } from './play.js';

/** The names every condition may read, so that none is unknown before it is first set. */
const DEFAULTS: JsonObject = { form: {}, verdict: null, verdicts: {}, round: 0, unit: {} };

/** A called process sees its own variables only. */
const isIsolated = (play: Play, id: number): boolean => {
  const { kind } = compiledScopeAt(play, id);
  return id !== ROOT && (kind === 'process' || kind === 'globalTask');
};

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

/** Data associations: what they move, under its new names; what cannot be worked out is empty. */
export function mapped(mappings: readonly DataMapping[], seen: JsonObject): JsonObject {
  const found: Record<string, Json> = {};
  for (const { from, to } of mappings) {
    const result = calculate(from, seen);
    found[to] = result.kind === 'value' ? result.value : null;
  }
  return found;
}

/** Each variable goes to the innermost place that has one of its name, else to the process (or the called process). */
export function write(play: Play, token: LiveToken | null, scope: number, variables: JsonObject): void {
  const names = Object.keys(variables);
  if (names.length === 0) return;
  play.changed = true;
  const places = chain(play, scope).toReversed();
  let rest: Record<string, Json> | null = null;
  for (const name of names) {
    const value = variables[name] as Json;
    if (token?.data !== undefined && Object.hasOwn(token.data, name)) {
      token.data = { ...token.data, [name]: value };
      continue;
    }
    const place = places.find((id) => id !== ROOT && holds(play, id, name)) ?? places.at(-1) ?? ROOT;
    if (place === ROOT) (rest ??= {})[name] = value;
    else scopeAt(play, place).data = { ...scopeAt(play, place).data, [name]: value };
  }
  if (rest !== null) play.variables = { ...play.variables, ...rest };
}

const holds = (play: Play, id: number, name: string): boolean => {
  const { data } = scopeAt(play, id);
  return data !== undefined && Object.hasOwn(data, name);
};
