import { isTable, type Access, type FormDefinition } from '@chengban/domain';
import type { Moddle, ModdleFactory } from '../modeler/moddle.js';

const FIELD = 'chengban:Field';

/** A field of the form or a column of one of its tables, as the drawing speaks of it. */
export interface FieldPlace {
  name: string;
  column?: string;
}

export interface DrawnField extends FieldPlace {
  access?: Access;
  required?: boolean;
}

/** What can be set for a place: its title, whether it is a column, what holds where nothing is drawn. */
export interface PlaceRow extends FieldPlace {
  title: string;
  usual: Access;
  usuallyRequired: boolean;
}

const ACCESS: readonly Access[] = ['write', 'read', 'hidden'];

const valuesOf = (owner: Moddle): readonly Moddle[] =>
  ((owner.get('extensionElements') as Moddle | undefined)?.get('values') as Moddle[] | undefined) ?? [];

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const readFields = (owner: Moddle): DrawnField[] =>
  valuesOf(owner)
    .filter((value) => value.$type === FIELD)
    .map((value) => ({
      name: wordOf(value.get('name')) ?? '',
      column: wordOf(value.get('column')),
      access: ACCESS.find((access) => access === value.get('access')),
      required: typeof value.get('required') === 'boolean' ? (value.get('required') as boolean) : undefined,
    }));

export const isSamePlace = (a: FieldPlace, b: FieldPlace): boolean => a.name === b.name && a.column === b.column;

/** Every field and column of the form, in its order. */
export function placesOf(form: FormDefinition, purpose: 'draft' | 'review', drawn: readonly DrawnField[]): PlaceRow[] {
  const usual: Access = purpose === 'draft' ? 'write' : 'read';
  const { properties, required = [] } = form.schema;
  return Object.entries(properties).flatMap(([name, field]): PlaceRow[] => {
    const own = { name, title: field.title ?? name, usual, usuallyRequired: required.includes(name) };
    if (!isTable(field)) return [own];
    const around = drawn.find((each) => isSamePlace(each, { name, column: undefined }))?.access ?? usual;
    const columns = Object.entries(field.items.properties).map(([column, each]) => ({
      name,
      column,
      title: each.title ?? column,
      usual: around,
      usuallyRequired: field.items.required?.includes(column) === true,
    }));
    return [{ ...own, column: undefined }, ...columns];
  });
}

/**
 * The drawing's own rules with one changed; what says what holds anyway is left out. Rules about what the form does not
 * have stay: another form may have it, and a check names them.
 */
export function withField(
  owner: Moddle,
  place: PlaceRow,
  { access = place.usual, required = place.usuallyRequired }: Pick<DrawnField, 'access' | 'required'>,
  factory: ModdleFactory,
): Moddle | undefined {
  const says = {
    ...(access !== place.usual && { access }),
    // what cannot be written here is not required here either
    ...(access === 'write' && required !== place.usuallyRequired && { required }),
  };
  const rest = valuesOf(owner).filter(
    (value) =>
      !(
        value.$type === FIELD &&
        isSamePlace({ name: wordOf(value.get('name')) ?? '', column: wordOf(value.get('column')) }, place)
      ),
  );
  const { name, column } = place;
  const own = Object.keys(says).length > 0 ? [factory.create(FIELD, { name, ...(column && { column }), ...says })] : [];
  const values = [...rest, ...own];
  return values.length === 0 ? undefined : factory.create('bpmn:ExtensionElements', { values });
}
