import { validate } from 'uuid';
import { Problem } from '../problems/problem.js';
import { decodeCursor } from './cursor.js';

/**
 * Where a list sorted by a moment (or a day) and an id goes on; null on the first page.
 * @throws Problem 400 `invalid-cursor` for anything that the database could not compare
 */
export function placeAfter(cursor: string | undefined): readonly [string, string] | null {
  const place = decodeCursor(cursor, ['', ''] as [string, string]);
  if (place === null) return null;
  const [moment, id] = place;
  if (/^\d{4}-\d\d-\d\d/.test(moment) && moment.length < 40 && !Number.isNaN(Date.parse(moment)) && validate(id))
    return place;
  throw new Problem({
    status: 400,
    code: 'invalid-cursor',
    title: '翻页位置有误',
    detail: '请回到列表第一页重新查看。',
  });
}
