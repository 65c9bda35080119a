import type { CivilDate } from '../shared/instant.js';

const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

const toMs = (day: CivilDate): number => Date.parse(`${day}T00:00:00Z`);
const fromMs = (ms: number): CivilDate => new Date(ms).toISOString().slice(0, 10);

/** True for `YYYY-MM-DD` that names a day which exists (no 2024-02-30). */
export const isCivilDate = (text: string): boolean =>
  SHAPE.test(text) && !Number.isNaN(toMs(text)) && fromMs(toMs(text)) === text;

/** Number of days of a month; `month` is 1–12. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Month is 1–12, day 1–31; undefined when the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCivilDate(text) ? text : undefined;
}

/** The month's last day: what 「月底」 means. */
export const monthEnd = (year: number, month: number): CivilDate =>
  fromMs(Date.UTC(year, month - 1, daysInMonth(year, month)));

export const addDays = (day: CivilDate, count: number): CivilDate => fromMs(toMs(day) + count * DAY_MS);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => Math.round((toMs(to) - toMs(from)) / DAY_MS);

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekday = (day: CivilDate): number => new Date(toMs(day)).getUTCDay() || 7;

export const yearOf = (day: CivilDate): number => Number(day.slice(0, 4));

/** 2024-11-20 → 2024年11月20日 */
export const chineseDate = (day: CivilDate): string =>
  `${yearOf(day)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
