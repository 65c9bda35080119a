import type { CheckContext, FieldType } from './check.js';

export interface Meant {
  readonly kind: 'person' | 'unit';
  readonly several: boolean;
}

/** Whom a field of the form can name; null when there is no such field or it names neither people nor units. */
export function meantBy(form: CheckContext['form'], name: string): Meant | null {
  const field = fieldIn(form, name);
  const format = field?.format ?? field?.items?.format;
  return format === 'person' || format === 'unit' ? { kind: format, several: field?.format === undefined } : null;
}

export function fieldIn(form: CheckContext['form'], name: string): FieldType | undefined {
  const { properties = {} } = form?.schema ?? {};
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}
