import { wrong } from '../field-kind.js';
import type { FieldKind } from '../field-kind.js';
import { checkEach, itemProblems } from './several.js';

/** One or several of the city's people; the value is the id, shown by name. */
export const person: FieldKind = {
  name: 'person',
  widgets: ['person'],
  check: (value, asked) =>
    checkEach(value, asked, (id) =>
      asked.around.persons?.has(id) === false
        ? wrong('field-no-such-person', asked.path, `${asked.called}选的人不存在。`, '请从人员名单里重新选择。')
        : null,
    ),
  problems: itemProblems,
};
