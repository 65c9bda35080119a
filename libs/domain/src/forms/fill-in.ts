import type { Finding } from '../shared/finding.js';
import { canonicalJson } from '../shared/json.js';
import type { Json, JsonObject } from '../shared/json.js';
import { isBlank, wrong } from './field-kind.js';
import { fillRows } from './fill-rows.js';
import { isWritable } from './form-access.js';
import type { FormAccess } from './form-access.js';
import { fieldOf, isTable, titleOf } from './form.js';
import type { FormDefinition } from './form.js';
import { memberOf } from './json-shape.js';
import { unknownField } from './validate-form.js';
import { visibleData } from './visible.js';

export interface FilledIn {
  /** the matter's data with what was given: what could not be written stays as it was */
  readonly data: JsonObject;
  /** what was given and may be written, as it is kept with a draft or a verdict */
  readonly own: JsonObject;
  /** what was given and may not: `field-not-writable`, `row-not-writable`, `field-unknown` */
  readonly findings: readonly Finding[];
}

/**
 * Lays what somebody gives over the matter's data, as far as it may be written here. Never wipes anything else.
 * @param extent `all`: every field that may be written, one that is left out is empty (a draft) · `some`: what is left
 *   out stays as it was, null makes it empty (a review)
 */
export function fillIn(
  form: Pick<FormDefinition, 'schema'>,
  access: FormAccess,
  before: JsonObject,
  given: JsonObject,
  extent: 'all' | 'some',
): FilledIn {
  const seen = visibleData(before, access);
  const data = new Map(Object.entries(before));
  const own = new Map<string, Json>();
  const findings: Finding[] = [];
  if (extent === 'all')
    for (const [name, { access: here }] of Object.entries(access)) if (here === 'write') data.delete(name);
  for (const [name, value] of Object.entries(given)) {
    const field = fieldOf(form.schema, name);
    const here = Object.hasOwn(access, name) ? access[name] : undefined;
    if (field === undefined || here === undefined) {
      findings.push(unknownField(name));
      own.set(name, value);
    } else if (isTable(field) && isWritable(here)) {
      const rows = fillRows({ name, field, access: here, extent }, memberOf(before, name), memberOf(seen, name), value);
      findings.push(...rows.findings);
      own.set(name, rows.own);
      data.set(name, rows.data);
    } else if (here.access === 'write') {
      own.set(name, value);
      if (value === null && extent === 'some') data.delete(name);
      else data.set(name, value);
    } else if (here.access === 'hidden' || !isSame(memberOf(seen, name), value)) {
      findings.push(notWritable(name, titleOf(name, field)));
    }
  }
  return { data: Object.fromEntries(data), own: Object.fromEntries(own), findings };
}

const isSame = (before: Json | undefined, given: Json): boolean =>
  isBlank(before) ? isBlank(given) : canonicalJson(before as Json) === canonicalJson(given);

const notWritable = (path: string, title: string): Finding =>
  wrong('field-not-writable', path, `这个环节不能填写“${title}”。`, '请刷新页面，只填写可以填的内容。');
