import { diffArrays } from 'diff';
import { canonicalJson, type Json, type JsonObject } from '../shared/json.js';
import { isBlank, isObject } from './blank.js';
import type { ListPart, RowDifference, ValueDifference } from './difference.js';
import { tableDifference } from './table-difference.js';
import { textDifference } from './text-difference.js';

/** A day or moment is one value: nobody reads the digits that two of them share. */
const MOMENT = /^\d{4}-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?$/;

export const sameValue = (before: Json | undefined, after: Json | undefined): boolean =>
  isBlank(before) || isBlank(after)
    ? isBlank(before) && isBlank(after)
    : canonicalJson(before as Json) === canonicalJson(after as Json);

/** How one value became the other, or null when they read the same. Blanks within tables are to be left out before. */
export function valueDifference(before: Json | undefined, after: Json | undefined): ValueDifference | null {
  if (sameValue(before, after)) return null;
  if (isBlank(before)) return { kind: 'filled', after: after as Json };
  if (isBlank(after)) return { kind: 'emptied', before: before as Json };
  return between(before as Json, after as Json);
}

function between(before: Json, after: Json): ValueDifference {
  if (typeof before === 'string' && typeof after === 'string' && !(MOMENT.test(before) && MOMENT.test(after)))
    return { kind: 'text', before, after, parts: textDifference(before, after) };
  if (Array.isArray(before) && Array.isArray(after)) {
    const first = before as readonly Json[];
    const second = after as readonly Json[];
    const all = [...first, ...second];
    if (all.every(isObject))
      return { kind: 'table', rows: tableDifference(first.filter(isObject), second.filter(isObject), cellsOf) };
    if (!all.some(isObject)) return { kind: 'list', parts: listDifference(first, second) };
  }
  return { kind: 'value', before, after };
}

function listDifference(before: readonly Json[], after: readonly Json[]): readonly ListPart[] {
  const changes = diffArrays([...before], [...after], {
    comparator: (one, other) => canonicalJson(one) === canonicalJson(other),
  });
  return changes.flatMap(({ added, removed, value }) => {
    const op = added ? 'added' : removed ? 'removed' : 'same';
    return value.map((each) => ({ op, value: each }) as const);
  });
}

/** Column by column; the same function compares the fields of two rounds. */
export function cellsOf(before: JsonObject, after: JsonObject): RowDifference {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const own = (row: JsonObject, name: string) => (Object.hasOwn(row, name) ? row[name] : undefined);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const difference = valueDifference(own(before, name), own(after, name));
      return difference === null ? [] : [[name, difference] as const];
    }),
  );
}
