import type { FormDefinition } from '../api/types';
import { fieldsOf } from './form-fields';

/** Where antd keeps a value: `['sessions', 2, 'people']`. */
export type NamePath = (string | number)[];

/** `sessions/2/people`, as the server names a place. */
export const namePathOf = (field: string): NamePath =>
  field
    .replace(/^data\./, '')
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The place that comes first on the page, whatever the order in which places were found. */
export function firstPlace(definition: FormDefinition, places: readonly NamePath[]): NamePath | undefined {
  const fields = fieldsOf(definition);
  const at = (place: NamePath): number[] => {
    const [name, row, column] = place;
    const index = fields.findIndex((field) => field.name === name);
    const columns = fields[index]?.columns ?? [];
    return [index, typeof row === 'number' ? row : -1, columns.findIndex((each) => each.name === column)];
  };
  return [...places].sort((a, b) => compare(at(a), at(b)))[0];
}

function compare(a: number[], b: number[]): number {
  const index = a.findIndex((part, i) => part !== b[i]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
