import type { Json, JsonObject } from '../shared/json.js';

/** Nothing was filled in: such values read the same, however a form stores them, and are no difference to each other. */
export const isBlank = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.keys(value).length === 0);

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The filled members of an object, and of the rows of its tables. A row without any stays a row. */
export const withoutBlanks = (data: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => !isBlank(value))
      .map(([name, value]) => [name, Array.isArray(value) ? (value as readonly Json[]).map(filledRow) : value]),
  );

const filledRow = (row: Json): Json =>
  isObject(row) ? Object.fromEntries(Object.entries(row).filter(([, cell]) => !isBlank(cell))) : row;
