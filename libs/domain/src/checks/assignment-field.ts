import { assignmentsOf } from './assignments-of.js';
import type { Drawn } from './assignments-of.js';
import { called, error } from './check.js';
import type { Check, CheckContext } from './check.js';
import { fieldIn, meantBy } from './person-field.js';

/** The form's field that names who decides must be there and name people, or units whose role is said. */
export const assignmentField: Check = {
  id: 'assignment-field',
  run: (model, { form }) =>
    form === undefined
      ? []
      : assignmentsOf(model).flatMap((drawn) => {
          const problem = problemOf(drawn, form);
          if (problem === null) return [];
          const [message, cure] = problem;
          return [
            error('assignment-field', drawn.id, `${called(drawn)}的${drawn.word}${message}。`, cure, drawn.property),
          ];
        }),
};

function problemOf(
  { assignment }: Drawn,
  form: NonNullable<CheckContext['form']>,
): readonly [message: string, cure: string] | null {
  if (assignment.kind !== 'field') return null;
  const { field, role } = assignment;
  const title = fieldIn(form, field)?.title ?? field;
  if (fieldIn(form, field) === undefined)
    return [`取自表单的“${field}”，表单“${form.title}”里没有这一项`, '请在右侧重新选择表单里的人员或单位项。'];
  const meant = meantBy(form, field);
  if (meant === null)
    return [
      `取自表单的“${title}”，那里填的既不是人员也不是单位`,
      '请换成人员或单位类型的项，或在表单里把它改成人员或单位类型。',
    ];
  if (meant.kind === 'unit' && role === undefined)
    return [`取自表单的“${title}”，那里填的是单位，没有写由单位里的什么岗位办理`, '请在右侧选择岗位。'];
  if (meant.kind === 'person' && role !== undefined)
    return [`取自表单的“${title}”，那里填的是人员，不用再写岗位`, '请去掉岗位，或换成单位类型的项。'];
  return null;
}
