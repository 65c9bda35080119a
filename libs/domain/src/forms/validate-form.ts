import type { Finding } from '../shared/finding.js';
import type { JsonObject } from '../shared/json.js';
import { isBlank, wrong } from './field-kind.js';
import type { FormSurroundings } from './field-kind.js';
import { accessAt, isWritable } from './form-access.js';
import type { FieldAccess, FormAccess } from './form-access.js';
import { fieldOf, titleOf, uiOf } from './form.js';
import type { FormDefinition } from './form.js';
import { memberOf } from './json-shape.js';
import { kindOf } from './kinds.js';

/**
 * What keeps these data from being submitted where everything may be written: one finding per field or cell
 * (`at.property` is its path), `evidence` for the files.
 */
export function validateForm(
  form: FormDefinition,
  data: JsonObject,
  evidenceCount: number,
  around: FormSurroundings = {},
): readonly Finding[] {
  const strange = Object.keys(data).filter((name) => fieldOf(form.schema, name) === undefined);
  return [
    ...checkFields(form, data, accessAt(form, { purpose: 'draft' }), around),
    ...strange.map(unknownField),
    ...checkEvidence(form, evidenceCount),
  ];
}

/** The same for the fields that may be written at one place: what was written elsewhere was checked there. */
export function checkFields(
  { schema, ui }: Pick<FormDefinition, 'schema' | 'ui'>,
  data: JsonObject,
  access: FormAccess,
  around: FormSurroundings = {},
): readonly Finding[] {
  return Object.entries(schema.properties).flatMap(([name, field]): readonly Finding[] => {
    const own = access[name];
    if (own === undefined || !isWritable(own)) return [];
    const called = `“${titleOf(name, field)}”`;
    const value = memberOf(data, name) ?? null;
    if (!isBlank(value))
      return kindOf(field, uiOf(ui, name)).check(value, {
        path: name,
        called,
        field,
        ui: uiOf(ui, name),
        around,
        access: own,
      });
    return own.required ? [wrong('field-required', name, `请填写${called}。`, '带 * 的内容填完才能提交。')] : [];
  });
}

/** Where nothing must be filled in: who returns a round need not have finished the own fields. */
export const nothingRequired = (access: FormAccess): FormAccess =>
  Object.fromEntries(
    Object.entries(access).map(([name, { columns, ...own }]): [string, FieldAccess] => [
      name,
      {
        ...own,
        required: false,
        ...(columns && {
          columns: Object.fromEntries(
            Object.entries(columns).map(([column, each]) => [column, { ...each, required: false }]),
          ),
        }),
      },
    ]),
  );

/** A name that the form does not have. */
export const unknownField = (name: string): Finding =>
  wrong('field-unknown', name, `表单里没有“${name.slice(0, 40)}”这一项。`, '请刷新页面，用最新的表单填写。');

export function checkEvidence({ evidence }: Pick<FormDefinition, 'evidence'>, count: number): readonly Finding[] {
  if (count < evidence.min) {
    const message = `至少要上传 ${evidence.min} 份佐证材料。`;
    return [wrong('evidence-missing', 'evidence', message, '请上传文件、照片等材料后再提交。')];
  }
  if (count <= evidence.max) return [];
  const message = `佐证材料最多 ${evidence.max} 份，现在是 ${count} 份。`;
  return [wrong('evidence-too-many', 'evidence', message, '请删去多余的，或打包成一个压缩文件。')];
}
