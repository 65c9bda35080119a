import { problem } from './field-kind.js';
import type { Defined, FormProblem } from './field-kind.js';
import { ROW_KEY, isTable, titleOf, uiOf } from './form.js';
import type { FieldSet, FieldSetUi, FormDefinition, FormField, Widget } from './form.js';
import { kindOf } from './kinds.js';

/** What `order` and `evidence` mean elsewhere; `_row` tells rows apart. */
const TAKEN = new Set(['order', 'evidence', ROW_KEY]);

/** A name that an expression can write: `form.金额`, `form.amount_2`. */
const NAME = /^\p{L}[\p{L}\p{N}_]*$/u;

const FORMATS = new Set(['date', 'person', 'unit', 'file']);
const WIDGETS: readonly Widget[] = ['textarea', 'text', 'number', 'choice', 'date', 'person', 'unit', 'files', 'table'];

/** What of a form's definition cannot work. Takes anything that came as JSON; never throws. */
export function formProblems(form: Partial<FormDefinition>): readonly FormProblem[] {
  if (!isSet(form.schema)) return [problem('schema', '没有写出各项内容。', '请在 schema.properties 里写出每一项。')];
  const found = [...setProblems(form.schema, form.ui, '')];
  const { min, max } = form.evidence ?? { min: 0, max: 0 };
  if (![min, max].every((count) => Number.isInteger(count) && count >= 0) || min > max)
    found.push(problem('evidence', '佐证材料的最少份数和最多份数不对。', '请改成整数，最少的不大于最多的。'));
  return found;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSet = (set: unknown): set is FieldSet =>
  isRecord(set) && isRecord(set['properties']) && (set['required'] === undefined || Array.isArray(set['required']));

function setProblems(set: FieldSet, ui: FieldSetUi | undefined, front: string): readonly FormProblem[] {
  const names = Object.keys(set.properties);
  const fields = Object.entries(set.properties).flatMap(([name, field]) => fieldProblems(name, field, ui, front));
  const strange = [...new Set([...(set.required ?? []), ...(isRecord(ui) && Array.isArray(ui.order) ? ui.order : [])])];
  return [
    ...fields,
    ...strange
      .filter((name) => !names.includes(name))
      .map((name) =>
        problem(`${front}${name}`, `没有“${name}”这一项，却写它必填或排了它的顺序。`, '请改正名称，或者删去。'),
      ),
  ];
}

function fieldProblems(
  name: string,
  field: FormField,
  ui: FieldSetUi | undefined,
  front: string,
): readonly FormProblem[] {
  const path = `${front}${name}`;
  if (!NAME.test(name) || TAKEN.has(name))
    return [
      problem(
        path,
        `“${name}”不能作为名称。`,
        '请用字母或汉字开头，只含字母、汉字、数字和下划线，不用 order、evidence。',
      ),
    ];
  if (!isKnown(field))
    return [problem(path, `“${name}”的类型不认识。`, '类型请写 string、number、boolean 或 array；array 要写 items。')];
  const called = `“${titleOf(name, field)}”`;
  const own = isRecord(ui) ? uiOf(ui, name) : {};
  const defined: Defined = { path, called, field, ui: own };
  return [
    ...(field.title === undefined || field.title.trim() === ''
      ? [problem(path, `“${name}”没有标题。`, '请写 title：填的人看到的就是它。')]
      : []),
    ...lookProblems(defined),
    ...kindOf(field, own).problems(defined),
    ...(isTable(field) ? setProblems(field.items, own.columns, `${path}/`) : []),
  ];
}

/** A form may ask for the widget `text` of anything that is written on one line; else the widget is of the field's kind. */
function lookProblems({ path, called, field, ui }: Defined): readonly FormProblem[] {
  if (ui.widget === undefined) return [];
  const { widgets } = kindOf(field, ui);
  if (widgets.includes(ui.widget)) return [];
  if (!WIDGETS.includes(ui.widget))
    return [problem(path, `${called}的控件“${String(ui.widget)}”不认识。`, `请改成 ${widgets.join(' 或 ')}。`)];
  return [problem(path, `${called}不能用控件“${ui.widget}”填写。`, `请改成 ${widgets.join(' 或 ')}，或者删去。`)];
}

function isKnown(field: unknown): field is FormField {
  if (!isRecord(field)) return false;
  const { type, items, format, enum: options } = field;
  if (format !== undefined && !FORMATS.has(String(format))) return false;
  if (options !== undefined && !(Array.isArray(options) && options.every((one) => typeof one === 'string')))
    return false;
  if (type === 'string' || type === 'number' || type === 'boolean') return true;
  if (type !== 'array' || !isRecord(items)) return false;
  return items['type'] === 'object' ? isSet(items) : items['type'] === 'string' && isKnown(items);
}
