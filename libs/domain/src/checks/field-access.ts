import type { NodeField, UserTask } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import type { Finding } from '../shared/finding.js';
import { called, error } from './check.js';
import type { Check, CheckContext, FieldType } from './check.js';
import { fieldIn } from './person-field.js';

/** What a task may do with fields must be about fields and columns that the form has, once each. */
export const fieldAccess: Check = {
  id: 'field-access',
  run: (model, { form }) => nodesOf(model).flatMap((node) => (node.kind === 'userTask' ? problemsOf(node, form) : [])),
};

function problemsOf(node: UserTask, form: CheckContext['form']): readonly Finding[] {
  const tell = (problem: string, cure: string): Finding =>
    error('field-access', node.id, `${called(node)}的字段权限${problem}。`, cure, 'fields');
  const unclear =
    node.fieldProblem === null ? [] : [tell(node.fieldProblem, '请在右侧“字段权限”里重新选择填、读或隐。')];
  const twice = node.fields.filter((field, index) => node.fields.findIndex((each) => isSamePlace(each, field)) < index);
  return [
    ...unclear,
    ...twice.map((field) => tell(`写了两次“${placeOf(field)}”`, '请只留一条。')),
    ...node.fields.flatMap((field) => (form === undefined ? [] : fieldProblems(node, field, form, tell))),
  ];
}

function fieldProblems(
  node: UserTask,
  drawn: NodeField,
  form: NonNullable<CheckContext['form']>,
  tell: (problem: string, cure: string) => Finding,
): readonly Finding[] {
  const field = fieldIn(form, drawn.name);
  const has = `表单“${form.title}”里有：${Object.keys(form.schema.properties).join('、')}。`;
  if (field === undefined) return [tell(`用到“${drawn.name}”，表单里没有这一项`, has)];
  const columns = columnsOf(field);
  if (drawn.column !== undefined && !columns.includes(drawn.column)) {
    const cure = columns.length === 0 ? '它不是表格，请删去列名。' : `它的列有：${columns.join('、')}。`;
    return [tell(`用到“${placeOf(drawn)}”，表单里没有这一列`, cure)];
  }
  const access = drawn.access ?? accessAround(node, drawn) ?? (node.purpose === 'draft' ? 'write' : 'read');
  if (drawn.required === true && access !== 'write')
    return [tell(`要求必填“${placeOf(drawn)}”，这里却不能填`, '请把它改成“填”，或者取消必填。')];
  if (field.items?.format === 'file' && access === 'write' && node.purpose !== 'draft')
    return [tell(`让审核人上传“${drawn.name}”，附件只有填报单位能上传`, '请改成“读”或“隐”。')];
  return [];
}

/** A column follows its table where it is not drawn itself. */
const accessAround = (node: UserTask, { name, column }: NodeField): NodeField['access'] =>
  column === undefined
    ? undefined
    : node.fields.find((each) => each.name === name && each.column === undefined)?.access;

const isSamePlace = (a: NodeField, b: NodeField): boolean => a.name === b.name && a.column === b.column;

const placeOf = ({ name, column }: NodeField): string => (column === undefined ? name : `${name}.${column}`);

function columnsOf({ items }: FieldType): readonly string[] {
  const columns: unknown = items?.type === 'object' && (items as { readonly properties?: unknown }).properties;
  return typeof columns === 'object' && columns !== null ? Object.keys(columns) : [];
}
