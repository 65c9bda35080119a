import { wrong } from '../field-kind.js';
import type { FieldKind } from '../field-kind.js';

/** 是 or 否; neither is not an answer. */
export const yesNo: FieldKind = {
  name: 'yesNo',
  widgets: ['choice'],
  check: (value, { path, called }) =>
    typeof value === 'boolean' ? [] : [wrong('field-type', path, `${called}的内容类型不对。`, '请选“是”或“否”。')],
  problems: () => [],
};
