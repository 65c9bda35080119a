import { diffArrays } from 'diff';
import { ROW_KEY } from '../forms/form.js';
import { canonicalJson, type Json, type JsonObject } from '../shared/json.js';
import { isBlank, isObject, withoutKeys } from './blank.js';
import type { ListPart, RowDifference, ValueDifference } from './difference.js';
import { tableDifference, type Row } from './table-difference.js';
import { textDifference } from './text-difference.js';

/** A day or moment is one value: nobody reads the digits that two of them share. */
const MOMENT = /^\d{4}-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?$/;

const sameValue = (before: Json | undefined, after: Json | undefined): boolean =>
  isBlank(before) || isBlank(after)
    ? isBlank(before) && isBlank(after)
    : canonicalJson(before as Json) === canonicalJson(after as Json);

/** How one value became the other, or null when they read the same. Blanks within tables are to be left out before. */
function valueDifference(first: Json | undefined, second: Json | undefined): ValueDifference | null {
  const before = first === undefined ? first : withoutKeys(first);
  const after = second === undefined ? second : withoutKeys(second);
  if (sameValue(before, after)) return null;
  if (isBlank(before)) return { kind: 'filled', after: after as Json };
  if (isBlank(after)) return { kind: 'emptied', before: before as Json };
  return tableBetween(first as Json, second as Json) ?? between(before as Json, after as Json);
}

function tableBetween(before: Json, after: Json): ValueDifference | null {
  if (!isTable(before) || !isTable(after)) return null;
  return { kind: 'table', rows: tableDifference(before.map(rowOf), after.map(rowOf), cellsOf) };
}

const isTable = (value: Json): value is readonly JsonObject[] =>
  Array.isArray(value) && (value as readonly Json[]).every(isObject);

const rowOf = ({ [ROW_KEY]: key = null, ...cells }: JsonObject): Row => ({ key, cells });

function between(before: Json, after: Json): ValueDifference {
  if (typeof before === 'string' && typeof after === 'string' && !(MOMENT.test(before) && MOMENT.test(after)))
    return { kind: 'text', before, after, parts: textDifference(before, after) };
  if (Array.isArray(before) && Array.isArray(after)) {
    const [one, other] = [before as readonly Json[], after as readonly Json[]];
    if (![...one, ...other].some(isObject)) return { kind: 'list', parts: listDifference(one, other) };
  }
  return { kind: 'value', before, after };
}

/** Beyond them a list is taken to have changed as a whole. */
const MAX_EDITS = 400;

function listDifference(before: readonly Json[], after: readonly Json[]): readonly ListPart[] {
  const changes = diffArrays([...before], [...after], {
    comparator: (one, other) => canonicalJson(one) === canonicalJson(other),
    maxEditLength: MAX_EDITS,
  });
  if (changes === undefined)
    return [
      ...before.map((value) => ({ op: 'removed', value }) as const),
      ...after.map((value) => ({ op: 'added', value }) as const),
    ];
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
