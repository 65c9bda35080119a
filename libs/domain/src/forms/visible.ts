import type { Json, JsonObject } from '../shared/json.js';
import { hidesAny } from './form-access.js';
import type { ColumnAccess, FormAccess } from './form-access.js';
import { ROW_KEY, isTable } from './form.js';
import { isObject } from './json-shape.js';
import type { FieldSet, FieldSetUi, FormDefinition, FormField } from './form.js';

const isShown = (access: ColumnAccess | undefined): boolean => access !== undefined && access.access !== 'hidden';

/** The form without what is hidden: not even the titles leave. */
export function visibleForm(form: FormDefinition, access: FormAccess): FormDefinition {
  if (!hidesAny(access)) return form;
  const schema = shownSet(form.schema, access);
  const properties = Object.entries(schema.properties).map(([name, field]): [string, FormField] => {
    const columns = access[name]?.columns;
    return [name, columns && isTable(field) ? { ...field, items: shownSet(field.items, columns) } : field];
  });
  const ui = shownUi(form.ui, access);
  const looks = Object.entries(ui).map(([name, own]) => {
    const columns = access[name]?.columns;
    return [name, !columns || Array.isArray(own) ? own : shownColumns(own as JsonLike, columns)];
  });
  return {
    ...form,
    schema: { ...schema, properties: Object.fromEntries(properties) },
    ui: Object.fromEntries(looks) as FieldSetUi,
  };
}

type JsonLike = { readonly columns?: FieldSetUi };

const shownColumns = (own: JsonLike, access: Readonly<Record<string, ColumnAccess>>): JsonLike =>
  own.columns === undefined ? own : { ...own, columns: shownUi(own.columns, access) };

function shownSet(set: FieldSet, access: Readonly<Record<string, ColumnAccess>>): FieldSet {
  const shown = Object.entries(set.properties).filter(([name]) => isShown(access[name]));
  return {
    ...set,
    properties: Object.fromEntries(shown),
    ...(set.required && { required: set.required.filter((name) => isShown(access[name])) }),
  };
}

const shownUi = (ui: FieldSetUi, access: Readonly<Record<string, ColumnAccess>>): FieldSetUi =>
  Object.fromEntries(
    Object.entries(ui).flatMap(([name, own]): [string, unknown][] => {
      if (name === 'order' && Array.isArray(own))
        return [[name, (own as readonly string[]).filter((each) => isShown(access[each]))]];
      return isShown(access[name]) ? [[name, own]] : [];
    }),
  ) as FieldSetUi;

/** The data without what is hidden. Where something is, names that the form does not know stay back too. */
export function visibleData(data: JsonObject, access: FormAccess): JsonObject {
  if (!hidesAny(access)) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]): [string, Json][] => {
      const own = Object.hasOwn(access, name) ? access[name] : undefined;
      if (!isShown(own)) return [];
      const { columns } = own ?? {};
      return [[name, columns && Array.isArray(value) ? value.map((row: Json) => visibleRow(row, columns)) : value]];
    }),
  );
}

function visibleRow(row: Json, columns: Readonly<Record<string, ColumnAccess>>): Json {
  if (!isObject(row)) return null;
  const shown = (name: string): boolean => name === ROW_KEY || (Object.hasOwn(columns, name) && isShown(columns[name]));
  return Object.fromEntries(Object.entries(row).filter(([name]) => shown(name)));
}

/** The rules themselves without those of what is hidden: a page needs no names of what it does not show. */
export function visibleAccess(access: FormAccess): FormAccess {
  const shown = Object.entries(access).filter(([, own]) => isShown(own));
  return Object.fromEntries(
    shown.map(([name, { columns, ...own }]) => [
      name,
      columns === undefined
        ? own
        : { ...own, columns: Object.fromEntries(Object.entries(columns).filter(([, column]) => isShown(column))) },
    ]),
  );
}
