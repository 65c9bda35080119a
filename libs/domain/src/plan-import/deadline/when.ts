import { civilDate, daysInMonth } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../shared/instant.js';
import type { DeadlinePolicy } from './deadline-policy.js';

export type Day = { readonly due: CivilDate } | { readonly yearly: string };

/** The days that a clause begins with and the words after them; `unclear` says in Chinese what is wrong with the days. */
export type When = { readonly days: readonly Day[]; readonly rest: string } | { readonly unclear: string };

const POINT = String.raw`\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)|年?(?:底|末)|[上下]半年|第?[一二三四]季度(?:底|末)?`;
const WHEN = new RegExp(
  String.raw`^(?:于|在)?(每年|\d{4}年)((?:${POINT})(?:(?:和|、|及|以及)(?:\d{4}年|每年)?(?:${POINT}))*)(?:之前|以前|前)?`,
  'u',
);
const EACH = new RegExp(String.raw`(\d{4}年|每年)?(${POINT})`, 'gu');
/** the day phrase goes on in a way that the grammar does not know: 至12月底, 以后, 和2025年前 */
const GOES_ON = /^(?:[和或及至到、—–-]|以及|以后|之后|后|起|左右|前后)/u;
const ANOTHER_DAY = new RegExp(
  String.raw`(?:\d{4}年|每年)(?:${POINT})|\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)?前`,
  'u',
);

/** 2 月 of no particular year ends on its 29th at the latest; generation cuts it to the length of each year. */
const LEAP_YEAR = 2024;

/** Reads 「2024年12月底前」「每年5月底和11月底前」「2025年底前」 at the beginning of a clause; undefined when there are no days. */
export function readWhen(clause: string, policy: DeadlinePolicy): When | undefined {
  const match = WHEN.exec(clause);
  if (!match) return undefined;
  const [phrase, firstYear = '', points = ''] = match;
  const rest = clause.slice(phrase.length);
  if (GOES_ON.test(rest)) return { unclear: `「${phrase}」后面的日期写法不认识` };
  if (ANOTHER_DAY.test(rest)) return { unclear: '一句话里有两个日期，分不清各自的要求' };
  const days: Day[] = [];
  let year = firstYear;
  for (const [all, ownYear, point = ''] of (firstYear + points).matchAll(EACH)) {
    year = ownYear ?? year;
    const day = readPoint(year === '每年' ? undefined : Number(year.slice(0, 4)), point, policy);
    if (!day) return { unclear: `日历上没有「${ownYear ? all : year + all}」这一天` };
    days.push(day);
  }
  return { days, rest };
}

function readPoint(year: number | undefined, point: string, policy: DeadlinePolicy): Day | undefined {
  const date = civilDate(year ?? LEAP_YEAR, ...monthAndDay(point, year ?? LEAP_YEAR, policy));
  if (!date) return undefined;
  return year === undefined ? { yearly: date.slice(5) } : { due: date };
}

function monthAndDay(point: string, year: number, policy: DeadlinePolicy): [number, number] {
  const end = (month: number): [number, number] => [month, month >= 1 && month <= 12 ? daysInMonth(year, month) : 0];
  if (point === '上半年') return end(6);
  const [, quarter] = /([一二三四])季度/u.exec(point) ?? [];
  if (quarter) return end('一二三四'.indexOf(quarter) * 3 + 3);
  const [, monthText, part = ''] = /^(\d{1,2})月(.+)$/u.exec(point) ?? [];
  if (!monthText) return end(12);
  const month = Number(monthText);
  if (part === '上旬') return [month, policy.earlyMonthDay];
  if (part === '中旬') return [month, policy.midMonthDay];
  if (part.endsWith('日')) return [month, Number(part.slice(0, -1))];
  return end(month);
}
