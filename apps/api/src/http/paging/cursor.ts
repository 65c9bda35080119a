import { isCivilDate } from '@chengban/domain';
import { validate as isUuid } from 'uuid';
import { Problem } from '../problems/problem.js';
import { DEFAULT_LIMIT, type Page, type PageQuery } from './page.js';

/** The sort key of the last row of a page: what the next page starts after. */
export type CursorKey = readonly (string | number | null)[];

const encodeCursor = (key: CursorKey): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The key in `?cursor=`, null on the first page.
 * @param shape one example per part: {@link ANY_DAY} asks for a day, {@link ANY_ID} for an id, an instant in ISO form for an
 *   instant; a cursor of another list, or a forged one, is refused before the database sees it
 * @throws Problem 400 `invalid-cursor`
 */
export function decodeCursor<Key extends CursorKey>(text: string | undefined, shape: Key): Key | null {
  if (text === undefined || text === '') return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(key) && key.length === shape.length && key.every((part, i) => isLike(shape[i], part)))
      return key as unknown as Key;
  } catch {
    // falls through to the refusal
  }
  throw new Problem({
    status: 400,
    code: 'invalid-cursor',
    title: '翻页位置有误',
    detail: '请回到列表第一页重新查看。',
  });
}

export const ANY_DAY = '2024-01-01';
export const ANY_ID = '00000000-0000-0000-0000-000000000000';

const KINDS: readonly ((text: string) => boolean)[] = [
  isCivilDate,
  isUuid,
  (text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)),
];

function isLike(example: string | number | null | undefined, part: unknown): boolean {
  if (typeof part === 'string' && typeof example === 'string')
    return !part.includes('\0') && KINDS.every((kind) => !kind(example) || kind(part));
  return typeof part === typeof example && (typeof part !== 'number' || Number.isSafeInteger(part));
}

/** How many rows to ask for: one more than shown tells whether there is a next page. */
export const rowsWanted = (query: PageQuery): number => (query.limit ?? DEFAULT_LIMIT) + 1;

/** Cuts the extra row off and makes the cursor from the last row shown. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  query: PageQuery,
  keyOf: (row: Row) => CursorKey,
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, query.limit ?? DEFAULT_LIMIT);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    nextCursor: rows.length > shown.length && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
