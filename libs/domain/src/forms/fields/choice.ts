import { problem, wrong } from '../field-kind.js';
import type { FieldKind } from '../field-kind.js';
import { isList } from '../form.js';
import type { FormField, TextField } from '../form.js';
import { checkEach, itemProblems } from './several.js';

const optionsOf = (field: FormField): Pick<TextField, 'enum' | 'enumNames'> =>
  field.type === 'string' ? field : isList(field) ? field.items : {};

/** One or several of what the form lists. */
export const choice: FieldKind = {
  name: 'choice',
  widgets: ['choice'],
  check(value, asked) {
    const options = optionsOf(asked.field).enum ?? [];
    return checkEach(value, asked, (item) => {
      if (options.includes(item)) return null;
      const message = `${asked.called}没有“${item.slice(0, 20)}”这个选项。`;
      return wrong('field-not-a-choice', asked.path, message, '请从列出的选项里选。');
    });
  },
  problems(asked) {
    const { enum: options = [], enumNames } = optionsOf(asked.field);
    const { path, called } = asked;
    const found = [...itemProblems(asked)];
    if (options.length === 0) found.push(problem(path, `${called}没有选项。`, '请在 enum 里列出选项。'));
    if (new Set(options).size < options.length)
      found.push(problem(path, `${called}有两个一样的选项。`, '请去掉重复的选项。'));
    if (enumNames !== undefined && enumNames.length !== options.length)
      found.push(problem(path, `${called}的选项和选项名称不一样多。`, '请让 enum 和 enumNames 一一对应。'));
    return found;
  },
};
