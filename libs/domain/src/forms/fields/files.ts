import { problem, wrong } from '../field-kind.js';
import type { FieldKind } from '../field-kind.js';
import { checkSeveral, itemProblems } from './several.js';

/** Files of the obligation that answer this one question, besides the general evidence; the value lists their ids. */
export const files: FieldKind = {
  name: 'files',
  widgets: ['files'],
  check: (value, asked) =>
    checkSeveral(value, asked, (id) =>
      asked.around.files?.has(id) === false
        ? wrong('field-no-such-file', asked.path, `${asked.called}里有附件已经不在了。`, '请移除它，重新上传。')
        : null,
    ),
  problems: (asked) =>
    asked.field.type === 'array'
      ? itemProblems(asked)
      : [problem(asked.path, `${asked.called}只放得下一个附件编号。`, '请把类型写成 array，用 maxItems 限制个数。')],
};
