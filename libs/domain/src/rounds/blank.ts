import { ROW_KEY } from '../forms/form.js';
import type { Json, JsonObject } from '../shared/json.js';

/** Nothing was filled in: such values read the same, however a form stores them, and are no difference to each other. */
export const isBlank = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.keys(value).length === 0);

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapRows = (value: Json, each: (row: JsonObject) => JsonObject): Json =>
  Array.isArray(value) ? (value as readonly Json[]).map((row) => (isObject(row) ? each(row) : row)) : value;

const keep = (object: JsonObject, wanted: (name: string, value: Json) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name, value]) => wanted(name, value)));

/** The filled members of an object, and of the rows of its tables. A row without any stays a row. */
export const filledIn = (data: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(keep(data, (_, value) => !isBlank(value))).map(([name, value]) => [
      name,
      mapRows(value, (row) => keep(row, (_, cell) => !isBlank(cell))),
    ]),
  );

/** A table without what tells its rows apart: nobody reads that. */
export const withoutKeys = (value: Json): Json => mapRows(value, (row) => keep(row, (name) => name !== ROW_KEY));

/** Everything in a round's data that a person reads. */
export const readableData = (data: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(filledIn(data)).map(([name, value]) => [name, withoutKeys(value)]));
