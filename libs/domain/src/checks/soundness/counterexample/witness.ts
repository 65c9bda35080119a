import type { Json, JsonObject } from '../../../shared/json.js';
import { rootsOf } from '../explore/conditions.js';
import type { Fact } from '../graph/graph.js';
import type { Played } from './replay.js';
import { satisfy } from '../explore/satisfy.js';

export interface Witness {
  /** variables to start with */
  readonly initial: JsonObject;
  /** variables for each act, in order; empty where it needs none */
  readonly byAct: readonly JsonObject[];
}

/**
 * Values that make every choice on the way come true, given by the last act before it that may change them, else at the
 * start. Null when the conditions on the way cannot hold together.
 */
export function witnessOf(played: readonly Played[]): Witness | null {
  const facts = new Map<number, Fact[]>();
  const lastWriter = new Map<string, number>();
  let writesAll = -1;
  for (const [at, { requires, writes }] of played.entries()) {
    if (writes === 'all') writesAll = at;
    else for (const name of writes) lastWriter.set(name, at);
    for (const fact of requires) {
      const givers = rootsOf(fact.text).map((name) => Math.max(lastWriter.get(name) ?? -1, writesAll));
      const giver = Math.max(-1, ...givers);
      facts.set(giver, [...(facts.get(giver) ?? []), fact]);
    }
  }
  const values = new Map<number, JsonObject>();
  for (const [giver, said] of facts) {
    const found = satisfy(said);
    if (found === null) return null;
    values.set(giver, asVariables(found));
  }
  return { initial: values.get(-1) ?? {}, byAct: played.map((_, at) => values.get(at) ?? {}) };
}

function asVariables(values: ReadonlyMap<string, Json>): JsonObject {
  let variables: JsonObject = {};
  for (const [path, value] of values) variables = withValue(variables, path.split('.'), value);
  return variables;
}

function withValue(object: JsonObject, [name = '', ...rest]: readonly string[], value: Json): JsonObject {
  if (rest.length === 0) return { ...object, [name]: value };
  const inner = object[name];
  const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return { ...object, [name]: withValue(isObject ? (inner as JsonObject) : {}, rest, value) };
}
