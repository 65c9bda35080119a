import { canonicalJson, type JsonObject } from '../shared/json.js';
import type { Row } from './table-difference.js';

/** Places of a row in the one table and in the other. */
export type RowPair = readonly [before: number, after: number];

/** Pairs of rows to compare, beyond which rows are paired by their keys, or by their places where they have none. */
const MAX_COMPARED = 40_000;
const KEY_WORTH = 1_000;

/**
 * Which rows of the one table are the changed rows of the other, in order and without crossing: as many equal keys as can
 * be, then as many equal cells, then as many pairs as can be. Places from 0.
 */
export function pairRows(before: readonly Row[], after: readonly Row[]): readonly RowPair[] {
  const [rows, columns] = [before.length, after.length];
  if (rows * columns > MAX_COMPARED) return pairsByKey(before, after);
  /** a pair without an equal cell is worth little, but more than none */
  const worth = before.map((one) =>
    after.map((other) => (areOthers(one, other) ? 0 : 1 + (rows + columns) * likeness(one, other))),
  );
  const best: number[][] = Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number): number => (worth[i]?.[j] ? worth[i][j] + at(i + 1, j + 1) : -1);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      (best[i] as number[])[j] = Math.max(paired(i, j), at(i + 1, j), at(i, j + 1));
  const pairs: RowPair[] = [];
  for (let i = 0, j = 0; i < rows && j < columns;)
    if (at(i, j) === paired(i, j)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  return pairs;
}

/** Two keys tell two rows apart, however alike they are. */
const areOthers = (one: Row, other: Row): boolean => one.key !== null && other.key !== null && one.key !== other.key;

/** The same key counts more than all cells of a row together. */
const likeness = (one: Row, other: Row): number =>
  (one.key !== null && one.key === other.key ? KEY_WORTH : 0) + equalCells(one.cells, other.cells);

const equalCells = (one: JsonObject, other: JsonObject): number =>
  Object.entries(one).filter(
    ([name, cell]) => Object.hasOwn(other, name) && canonicalJson(other[name] ?? null) === canonicalJson(cell),
  ).length;

function pairsByKey(before: readonly Row[], after: readonly Row[]): readonly RowPair[] {
  const places = new Map(before.map(({ key }, place) => [key ?? place, place]));
  const pairs: RowPair[] = [];
  let last = -1;
  after.forEach(({ key }, place) => {
    const found = places.get(key ?? place);
    if (found === undefined || found <= last) return;
    last = found;
    pairs.push([found, place]);
  });
  return pairs;
}
