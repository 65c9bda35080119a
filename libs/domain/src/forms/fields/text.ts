import { problem, wrong } from '../field-kind.js';
import type { FieldKind } from '../field-kind.js';

/** Longest text of a field that sets no limit of its own, in characters. */
export const DEFAULT_MAX_LENGTH = 5_000;

/** One line or several. */
export const text: FieldKind = {
  name: 'text',
  widgets: ['text', 'textarea'],
  check(value, { path, called, field }) {
    if (typeof value !== 'string')
      return [wrong('field-type', path, `${called}的内容类型不对。`, '请重新填写这一项。')];
    const limit = (field.type === 'string' ? field.maxLength : undefined) ?? DEFAULT_MAX_LENGTH;
    // as people count them, not as UTF-16 does
    const length = [...value].length;
    if (length <= limit) return [];
    const message = `${called}最多 ${limit} 个字，现在是 ${length} 个字。`;
    return [wrong('field-too-long', path, message, '请精简文字，详细内容放进附件。')];
  },
  problems({ path, called, field }) {
    const limit = field.type === 'string' ? field.maxLength : undefined;
    if (limit === undefined || (Number.isInteger(limit) && limit > 0)) return [];
    return [problem(path, `${called}的最多字数 maxLength 不是正整数。`, '请改成正整数，或者删去。')];
  },
};
