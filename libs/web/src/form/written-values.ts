import { ROW_KEY, type FormAccess } from '@chengban/domain';
import type { FormData, FormDefinition } from '../api/types';
import { fieldsOf, isFilledIn, type ShownField } from './form-fields';

/**
 * What of a form's values may be written here, as it is sent.
 * @param extent `all`: what was cleared is left out, as all else is stated (a draft) · `some`: it is null, so that it is
 *   not taken for left as it was (a review)
 */
export function writtenValues(
  definition: FormDefinition,
  access: FormAccess | undefined,
  values: FormData,
  extent: 'all' | 'some',
): FormData {
  const stated = (entries: [string, unknown][]): FormData =>
    Object.fromEntries(extent === 'all' ? entries.filter(([, value]) => value !== null) : entries);
  const rowOf = (row: FormData | undefined, columns: readonly ShownField[]): FormData => {
    const cells = columns.flatMap(({ name, access: own }): [string, unknown][] =>
      own === 'write' ? [[name, row?.[name] ?? null]] : [],
    );
    const key = row?.[ROW_KEY];
    return { ...(key !== undefined && { [ROW_KEY]: key }), ...stated(cells) };
  };
  return stated(
    fieldsOf(definition, access)
      .filter(isFilledIn)
      .map(({ name, kind, columns }): [string, unknown] => {
        const value = values[name] ?? null;
        const isRows = kind === 'table' && Array.isArray(value);
        return [name, isRows ? value.map((row: FormData | undefined) => rowOf(row, columns)) : value];
      }),
  );
}
