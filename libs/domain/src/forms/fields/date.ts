import { addDays, isCivilDate } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../shared/instant.js';
import { problem, wrong } from '../field-kind.js';
import type { FieldKind, FormSurroundings } from '../field-kind.js';
import type { FormField } from '../form.js';

/** The days that limits may name by a word. */
export type NamedDays = Pick<FormSurroundings, 'today' | 'due'>;

const NAMED: Readonly<Record<string, (days: NamedDays) => CivilDate | undefined>> = {
  today: ({ today }) => today,
  tomorrow: ({ today }) => (today === undefined ? undefined : addDays(today, 1)),
  due: ({ due }) => due,
};

/** The first and the last day that may be given; undefined where there is none, or the day that it names is not known. */
export function dayLimits(
  field: FormField,
  days: NamedDays,
): { readonly first?: CivilDate; readonly last?: CivilDate } {
  if (field.type !== 'string') return {};
  const day = (limit: string | undefined): CivilDate | undefined =>
    limit === undefined || !Object.hasOwn(NAMED, limit) ? limit : NAMED[limit]?.(days);
  const [from, after, last] = [field.formatMinimum, field.formatExclusiveMinimum, field.formatMaximum].map(day);
  const firsts = [from, after === undefined ? undefined : addDays(after, 1)].filter((each) => each !== undefined);
  const first = firsts.sort().at(-1);
  return { ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
}

/** A day, `YYYY-MM-DD`. */
export const date: FieldKind = {
  name: 'date',
  widgets: ['date'],
  check(value, { path, called, field, around }) {
    if (typeof value !== 'string' || !isCivilDate(value))
      return [wrong('field-date', path, `${called}不是有效的日期。`, '请按“2024-11-20”的样子填写。')];
    const { first, last } = dayLimits(field, around);
    if (first !== undefined && value < first)
      return [wrong('field-too-early', path, tooEarly(value, called, field, first, around), '请核对后重新填写。')];
    if (last === undefined || value <= last) return [];
    const message = last === around.today ? `${called}不能晚于今天（${last}）。` : `${called}不能晚于 ${last}。`;
    return [wrong('field-too-late', path, message, '请核对后重新填写。')];
  },
  problems({ path, called, field }) {
    if (field.type !== 'string') return [];
    const limits = [field.formatMinimum, field.formatExclusiveMinimum, field.formatMaximum].filter(
      (limit) => limit !== undefined,
    );
    if (limits.every((limit) => Object.hasOwn(NAMED, limit) || isCivilDate(limit))) return [];
    const message = `${called}的最早日期 formatMinimum、formatExclusiveMinimum 或最晚日期 formatMaximum 不是日期。`;
    return [
      problem(path, message, '请写成“2024-11-20”的样子，或者 today（今天）、tomorrow（明天）、due（完成时限）。'),
    ];
  },
};

function tooEarly(
  value: CivilDate,
  called: string,
  field: FormField,
  first: CivilDate,
  { today, due }: NamedDays,
): string {
  const afterDue = field.type === 'string' && field.formatExclusiveMinimum === 'due';
  if (afterDue && due !== undefined && value <= due) return `${called}应当晚于现在的完成时限（${due}）。`;
  return today !== undefined && first === addDays(today, 1)
    ? `${called}应当晚于今天（${today}）。`
    : `${called}不能早于 ${first}。`;
}
