import type { Json, JsonObject } from '../shared/json.js';
import { ROW_KEY, fieldOf, isTable } from './form.js';
import type { FormDefinition } from './form.js';
import { isObject, memberOf } from './json-shape.js';

const LONGEST = 40;

/** What tells a row apart; undefined where it has nothing usable. */
export function keyOf(row: JsonObject): string | undefined {
  const key = memberOf(row, ROW_KEY);
  return typeof key === 'string' && key !== '' && key.length <= LONGEST ? key : undefined;
}

/**
 * Rows each with a key of its own: those without one, and the second of two with the same, get `r1`, `r2` … What is no
 * list of rows stays as it is.
 * @param taken keys that new rows may not get
 */
export function withKeys(rows: Json, taken: ReadonlySet<string>): Json {
  if (!Array.isArray(rows)) return rows;
  const used = new Set(taken);
  const given = (rows as readonly Json[]).map((row) => (isObject(row) ? keyOf(row) : undefined));
  for (const key of given) if (key !== undefined) used.add(key);
  const seen = new Set<string>();
  let next = 1;
  return (rows as readonly Json[]).map((row, index) => {
    if (!isObject(row)) return row;
    let key = given[index];
    if (key === undefined || seen.has(key)) {
      while (used.has(`r${next}`)) next += 1;
      key = `r${next}`;
      used.add(key);
    }
    seen.add(key);
    return { ...row, [ROW_KEY]: key };
  });
}

/** Data whose tables all have keys: an administrator may have written some without. */
export const withRowKeys = ({ schema }: Pick<FormDefinition, 'schema'>, data: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const field = fieldOf(schema, name);
      return [name, field && isTable(field) ? withKeys(value, new Set()) : value];
    }),
  );
