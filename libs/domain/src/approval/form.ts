import type { Finding } from '../shared/finding.js';
import type { Json, JsonObject } from '../shared/json.js';

/** One field: the subset of JSON Schema that forms use. */
export type FormField = { readonly title?: string; readonly description?: string } & (
  | {
      readonly type: 'string';
      readonly maxLength?: number;
      readonly enum?: readonly string[];
      readonly enumNames?: readonly string[];
    }
  | { readonly type: 'number'; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'boolean' }
);

export interface FieldUi {
  readonly widget?: 'textarea' | 'text' | 'number' | 'choice' | 'date';
  readonly unit?: string;
  readonly placeholder?: string;
}

/** A form as stored beside its flow (`form.json`). `ui.order` lists the fields as shown. */
export interface FormDefinition {
  readonly key: string;
  readonly title: string;
  readonly schema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, FormField>>;
    readonly required?: readonly string[];
  };
  readonly ui: { readonly order: readonly string[] } & Readonly<Record<string, FieldUi | readonly string[]>>;
  readonly evidence: { readonly min: number; readonly max: number };
}

/** Longest text of a field that sets no limit of its own. */
const DEFAULT_MAX_LENGTH = 5_000;

/** What keeps these data from being submitted: one finding per field (`at.property`), `evidence` for the files. */
export function validateForm(form: FormDefinition, data: JsonObject, evidenceCount: number): readonly Finding[] {
  const { properties, required = [] } = form.schema;
  const findings: Finding[] = [];
  for (const [name, field] of Object.entries(properties)) {
    const value = (Object.hasOwn(data, name) ? data[name] : null) ?? null;
    const problem = isBlank(value)
      ? required.includes(name)
        ? wrong('field-required', name, `请填写“${titleOf(name, field)}”。`, '带 * 的内容填完才能提交。')
        : null
      : checkValue(name, field, value, uiOf(form, name));
    if (problem !== null) findings.push(problem);
  }
  for (const name of Object.keys(data)) {
    if (!Object.hasOwn(properties, name)) {
      findings.push(
        wrong('field-unknown', name, `表单里没有“${name.slice(0, 40)}”这一项。`, '请刷新页面，用最新的表单填写。'),
      );
    }
  }
  return [...findings, ...checkEvidence(form, evidenceCount)];
}

const isBlank = (value: Json): boolean => value === null || (typeof value === 'string' && value.trim() === '');

const titleOf = (name: string, field: FormField): string => field.title ?? name;

function uiOf(form: FormDefinition, name: string): FieldUi {
  const ui = form.ui[name];
  return ui === undefined || Array.isArray(ui) ? {} : (ui as FieldUi);
}

function checkValue(name: string, field: FormField, value: Json, ui: FieldUi): Finding | null {
  const title = titleOf(name, field);
  const notOfType = (): Finding => wrong('field-type', name, `“${title}”的内容类型不对。`, '请重新填写这一项。');
  if (field.type === 'boolean') return typeof value === 'boolean' ? null : notOfType();
  if (field.type === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return wrong('field-type', name, `“${title}”要填数字。`, '请只填数字，不带单位。');
    if (field.minimum !== undefined && value < field.minimum) {
      return wrong('field-too-small', name, `“${title}”不能小于 ${field.minimum}。`, '请核对后重新填写。');
    }
    if (field.maximum !== undefined && value > field.maximum) {
      return wrong('field-too-large', name, `“${title}”不能大于 ${field.maximum}。`, '请核对后重新填写。');
    }
    return null;
  }
  if (typeof value !== 'string') return notOfType();
  const limit = field.maxLength ?? DEFAULT_MAX_LENGTH;
  const length = [...value].length;
  if (length > limit)
    return wrong(
      'field-too-long',
      name,
      `“${title}”最多 ${limit} 个字，现在是 ${length} 个字。`,
      '请精简文字，详细内容放进附件。',
    );
  if (field.enum !== undefined && !field.enum.includes(value)) {
    return wrong(
      'field-not-a-choice',
      name,
      `“${title}”没有“${value.slice(0, 20)}”这个选项。`,
      '请从下拉的选项里选一个。',
    );
  }
  if (ui.widget === 'date' && !isDay(value))
    return wrong('field-date', name, `“${title}”不是有效的日期。`, '请按“2024-11-20”的样子填写。');
  return null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function checkEvidence({ evidence }: FormDefinition, count: number): readonly Finding[] {
  if (count < evidence.min)
    return [
      wrong(
        'evidence-missing',
        'evidence',
        `至少要上传 ${evidence.min} 份佐证材料。`,
        '请上传文件、照片等材料后再提交。',
      ),
    ];
  if (count > evidence.max)
    return [
      wrong(
        'evidence-too-many',
        'evidence',
        `佐证材料最多 ${evidence.max} 份，现在是 ${count} 份。`,
        '请删去多余的，或打包成一个压缩文件。',
      ),
    ];
  return [];
}

const wrong = (code: string, property: string, message: string, cure: string): Finding => ({
  code,
  severity: 'error',
  message,
  cure,
  at: { property },
});
