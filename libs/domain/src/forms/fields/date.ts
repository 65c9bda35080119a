import { isCivilDate } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../shared/instant.js';
import { problem, wrong } from '../field-kind.js';
import type { FieldKind } from '../field-kind.js';
import type { FormField } from '../form.js';

/** The first and the last day that may be given; undefined where there is none, or `today` is not known. */
export function dayLimits(
  field: FormField,
  today: CivilDate | undefined,
): { readonly first?: CivilDate; readonly last?: CivilDate } {
  if (field.type !== 'string') return {};
  const day = (limit: string | undefined): CivilDate | undefined => (limit === 'today' ? today : limit);
  const [first, last] = [day(field.formatMinimum), day(field.formatMaximum)];
  return { ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
}

/** A day, `YYYY-MM-DD`. */
export const date: FieldKind = {
  name: 'date',
  widgets: ['date'],
  check(value, { path, called, field, around }) {
    if (typeof value !== 'string' || !isCivilDate(value))
      return [wrong('field-date', path, `${called}不是有效的日期。`, '请按“2024-11-20”的样子填写。')];
    const { first, last } = dayLimits(field, around.today);
    if (first !== undefined && value < first)
      return [wrong('field-too-early', path, `${called}不能早于 ${first}。`, '请核对后重新填写。')];
    if (last === undefined || value <= last) return [];
    const message = last === around.today ? `${called}不能晚于今天（${last}）。` : `${called}不能晚于 ${last}。`;
    return [wrong('field-too-late', path, message, '请核对后重新填写。')];
  },
  problems({ path, called, field }) {
    if (field.type !== 'string') return [];
    const limits = [field.formatMinimum, field.formatMaximum].filter((limit) => limit !== undefined);
    if (limits.every((limit) => limit === 'today' || isCivilDate(limit))) return [];
    const message = `${called}的最早日期 formatMinimum 或最晚日期 formatMaximum 不是日期。`;
    return [problem(path, message, '请写成“2024-11-20”的样子；不能晚于今天的写 today。')];
  },
};
