import type { KindName } from './field-kind.js';
import { isTable } from './form.js';
import type { FieldUi, FormField } from './form.js';

const BY_FORMAT = { date: 'date', person: 'person', unit: 'unit', file: 'files' } as const;

/** What kind of field it is: its schema says it, and for dates of old forms its widget. */
export function kindNameOf(field: FormField, ui: FieldUi): KindName {
  if (field.type === 'boolean') return 'yesNo';
  if (field.type === 'number') return 'number';
  if (isTable(field)) return 'table';
  const text = field.type === 'array' ? field.items : field;
  const several = field.type === 'array';
  if (text.format !== undefined && !(several && text.format === 'date')) return BY_FORMAT[text.format];
  if (several || text.enum !== undefined) return 'choice';
  return ui.widget === 'date' ? 'date' : 'text';
}
