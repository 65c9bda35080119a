import type { Json, JsonObject } from '../shared/json.js';
import { decimalsOf } from './fields/number.js';
import { isTable, uiOf } from './form.js';
import type { FieldUi, FormField } from './form.js';
import { isObject } from './json-shape.js';

/** Decimals of a sum whose column sets none: as many as a sum of amounts can need. */
const MOST_DECIMALS = 6;

/** The sums of the columns that show one, by name. Cells that are no numbers yet count nothing; 0.1 and 0.2 make 0.3. */
export function tableSums(field: FormField, ui: FieldUi, rows: Json | undefined): Readonly<Record<string, number>> {
  if (!isTable(field)) return {};
  const summed = Object.entries(field.items.properties).filter(([name]) => uiOf(ui.columns, name).sum === true);
  const cells = (Array.isArray(rows) ? (rows as readonly Json[]) : []).filter(isObject);
  return Object.fromEntries(
    summed.map(([name, column]) => {
      const total = cells.map((row) => numberAt(row, name)).reduce((sum, each) => sum + each, 0);
      return [name, Number(total.toFixed(decimalsOf(column) ?? MOST_DECIMALS))];
    }),
  );
}

function numberAt(row: JsonObject, name: string): number {
  const value = Object.hasOwn(row, name) ? row[name] : 0;
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
