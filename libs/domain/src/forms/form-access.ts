import type { NodeField } from '../bpmn/model.js';
import { fieldOf, isTable } from './form.js';
import type { FieldSet, FormDefinition } from './form.js';

/** 填, 读, 隐. */
export type Access = 'write' | 'read' | 'hidden';

export interface ColumnAccess {
  readonly access: Access;
  /** must be filled in here; never where it cannot be written */
  readonly required: boolean;
}

/** Of a table: rows may be added and taken away where `access` is `write`; `columns` has every column. */
export interface FieldAccess extends ColumnAccess {
  readonly columns?: Readonly<Record<string, ColumnAccess>>;
}

/** What may be done with each field of a form at one place of a flow. Plain JSON, every field of the form in it. */
export type FormAccess = Readonly<Record<string, FieldAccess>>;

/** A user task, as far as its form goes. */
export interface FormNode {
  readonly purpose?: 'draft' | 'review';
  readonly fields?: readonly NodeField[];
}

/** At a node: what is drawn, else a drafting node writes all and a review reads all. */
export function accessAt({ schema }: Pick<FormDefinition, 'schema'>, node: FormNode): FormAccess {
  const usual: Access = node.purpose === 'draft' ? 'write' : 'read';
  const drawn = (name: string, column?: string): NodeField | undefined =>
    node.fields?.find((each) => each.name === name && each.column === column);
  return mapFields(schema, (name, field) => {
    const access = drawn(name)?.access ?? usual;
    const own = { access, required: isRequired(access, drawn(name), schema, name) };
    if (!isTable(field)) return own;
    const columns = mapFields(field.items, (column) => {
      const here = access === 'hidden' ? access : (drawn(name, column)?.access ?? access);
      return { access: here, required: isRequired(here, drawn(name, column), field.items, column) };
    });
    return { ...own, columns };
  });
}

const isRequired = (access: Access, drawn: NodeField | undefined, set: FieldSet, name: string): boolean =>
  access === 'write' && (drawn?.required ?? set.required?.includes(name) === true);

/** Whether anything of the field can be written: it, or a column of its rows. */
export const isWritable = ({ access, columns = {} }: FieldAccess): boolean =>
  access === 'write' || Object.values(columns).some((column) => column.access === 'write');

/** Whether every cell of the field may be written as one likes. */
export const isFree = ({ access, columns = {} }: FieldAccess): boolean =>
  access === 'write' && Object.values(columns).every((column) => column.access === 'write');

export const hidesAny = (access: FormAccess): boolean =>
  Object.values(access).some((field) => hidden(field) || Object.values(field.columns ?? {}).some(hidden));

const hidden = ({ access }: ColumnAccess): boolean => access === 'hidden';

/** What somebody sees who stands at several places: whatever one of them shows. Nothing can be written. */
export const mostGenerous = (form: Pick<FormDefinition, 'schema'>, all: readonly FormAccess[]): FormAccess =>
  seen(form, all, (each) => each.some((one) => one?.access !== 'hidden'));

/** What somebody sees who stands at none of these places: only what all of them show. Nothing can be written. */
export const leastGenerous = (form: Pick<FormDefinition, 'schema'>, all: readonly FormAccess[]): FormAccess =>
  seen(form, all, (each) => each.every((one) => one?.access !== 'hidden'));

function seen(
  { schema }: Pick<FormDefinition, 'schema'>,
  all: readonly FormAccess[],
  isShown: (each: readonly (ColumnAccess | undefined)[]) => boolean,
): FormAccess {
  const rule = (each: readonly (ColumnAccess | undefined)[]): ColumnAccess => ({
    access: isShown(each) ? 'read' : 'hidden',
    required: false,
  });
  return mapFields(schema, (name, field) => {
    const own = rule(all.map((access) => access[name]));
    if (!isTable(field)) return own;
    return {
      ...own,
      columns: mapFields(field.items, (column) => rule(all.map((each) => each[name]?.columns?.[column]))),
    };
  });
}

/** Object.fromEntries, because a field may be called `__proto__`. */
function mapFields<T>(
  set: FieldSet,
  each: (name: string, field: NonNullable<ReturnType<typeof fieldOf>>) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(set.properties).map(([name, field]) => [name, each(name, field)]));
}
