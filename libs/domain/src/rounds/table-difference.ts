import { diffArrays } from 'diff';
import { canonicalJson, type Json, type JsonObject } from '../shared/json.js';
import type { RowDifference, RowPart } from './difference.js';
import { pairRows, type RowPair } from './pair-rows.js';

/** A row with what tells it apart, where it has that. */
export interface Row {
  readonly key: Json;
  readonly cells: JsonObject;
}

type Rows = readonly Row[];

/** Rows that came or went, beyond which a table is taken to have changed as a whole. */
const MAX_EDITS = 400;

/**
 * Row by row: rows that are equal stay; of those between them, the ones with one key, else those that resemble each other,
 * are one row that changed, cell by cell; the others came or went. A row that was moved went at one place and came at
 * another.
 * @param cellsOf compares two rows
 */
export function tableDifference(
  before: Rows,
  after: Rows,
  cellsOf: (before: JsonObject, after: JsonObject) => RowDifference,
): readonly RowPart[] {
  const parts: RowPart[] = [];
  let [i, j] = [0, 0];
  const goTo = (toBefore: number, toAfter: number): void => {
    for (; i < toBefore; i++) parts.push({ op: 'removed', before: i, row: before[i]?.cells ?? {} });
    for (; j < toAfter; j++) parts.push({ op: 'added', after: j, row: after[j]?.cells ?? {} });
  };
  for (const [one, other] of aligned(before, after)) {
    goTo(one, other);
    const cells = cellsOf(before[i++]?.cells ?? {}, after[j++]?.cells ?? {});
    const place = { before: one, after: other };
    parts.push(Object.keys(cells).length === 0 ? { op: 'same', ...place } : { op: 'changed', ...place, cells });
  }
  goTo(before.length, after.length);
  return parts;
}

/** The rows that are the same row in both, equal or not, in order. */
function aligned(before: Rows, after: Rows): readonly RowPair[] {
  const pairs: RowPair[] = [];
  let [i, j] = [0, 0];
  let [toBefore, toAfter] = [0, 0];
  const pairBetween = (): void => {
    const between = pairRows(before.slice(i, toBefore), after.slice(j, toAfter));
    pairs.push(...between.map(([one, other]) => [i + one, j + other] as const));
    [i, j] = [toBefore, toAfter];
  };
  const text = ({ cells }: Row): string => canonicalJson(cells);
  const changes = diffArrays(before.map(text), after.map(text), { maxEditLength: MAX_EDITS });
  if (changes === undefined) return pairRows(before, after);
  for (const { added, removed, count } of changes) {
    if (removed) toBefore += count;
    else if (added) toAfter += count;
    else {
      pairBetween();
      for (let k = 0; k < count; k++) pairs.push([i++, j++]);
      [toBefore, toAfter] = [i, j];
    }
  }
  pairBetween();
  return pairs;
}
