import { wrong } from '../field-kind.js';
import type { FieldKind } from '../field-kind.js';
import { checkEach, itemProblems } from './several.js';

/** One or several of the city's units; the value is the id, shown by name. */
export const unit: FieldKind = {
  name: 'unit',
  widgets: ['unit'],
  check: (value, asked) =>
    checkEach(value, asked, (id) =>
      asked.around.units?.has(id) === false
        ? wrong('field-no-such-unit', asked.path, `${asked.called}选的单位不存在。`, '请从单位名单里重新选择。')
        : null,
    ),
  problems: itemProblems,
};
