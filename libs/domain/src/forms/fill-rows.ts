import type { Finding } from '../shared/finding.js';
import { canonicalJson } from '../shared/json.js';
import type { Json, JsonObject } from '../shared/json.js';
import { isBlank, wrong } from './field-kind.js';
import { unknownColumn } from './fields/table.js';
import { isFree } from './form-access.js';
import type { FieldAccess } from './form-access.js';
import { ROW_KEY, titleOf } from './form.js';
import type { TableField } from './form.js';
import { isObject, memberOf } from './json-shape.js';
import { keyOf, withKeys } from './row-keys.js';

interface Table {
  readonly name: string;
  readonly field: TableField;
  readonly access: FieldAccess;
  readonly extent: 'all' | 'some';
}

interface FilledRows {
  readonly data: Json;
  readonly own: Json;
  readonly findings: readonly Finding[];
}

/**
 * A table's rows, told apart by their keys. Where not every column may be written, the other cells of a row stay with it;
 * where rows may not be added or taken away, those that are left out stay.
 * @param before all of the table · @param seen what its writer sees of it
 */
export function fillRows(table: Table, before: Json | undefined, seen: Json | undefined, given: Json): FilledRows {
  const { name, field, access } = table;
  const title = titleOf(name, field);
  if (isFree(access) || (access.access === 'write' && isBlank(given))) {
    const rows = withKeys(given, keysIn(before));
    return { data: rows, own: rows, findings: [] };
  }
  if (!Array.isArray(given) || !given.every(isObject)) {
    const finding = wrong('field-type', name, `“${title}”的内容类型不对。`, '请重新填写这张表。');
    return { data: before ?? null, own: [], findings: [finding] };
  }
  const [all, shown] = [byKey(before), byKey(seen)];
  const findings: Finding[] = [];
  const rows = (withKeys(given, new Set(all.keys())) as readonly JsonObject[]).map((row, index) => {
    const key = keyOf(row) ?? '';
    // a second row of the same key was given another by withKeys
    const old = keyOf(given[index] as JsonObject) === key ? all.get(key) : undefined;
    if (old === undefined && access.access !== 'write')
      findings.push(
        wrong('row-not-writable', `${name}/${index}`, `这个环节不能给“${title}”加行。`, '请只填写已有的行。'),
      );
    findings.push(...refusedCells(table, index, row, shown.get(old === undefined ? '' : key)));
    return { key, old, cells: writableCells(table, row) };
  });
  const filled = new Map(rows.map(({ key, old = {}, cells }) => [key, joined(table, old, cells, key)]));
  const data = access.access === 'write' ? [...filled.values()] : [...all].map(([key, row]) => filled.get(key) ?? row);
  return { data, own: rows.map(({ key, cells }) => ({ ...cells, [ROW_KEY]: key })), findings };
}

const isWritten = ({ access }: Table, column: string): boolean =>
  Object.hasOwn(access.columns ?? {}, column) && access.columns?.[column]?.access === 'write';

const writableCells = (table: Table, row: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(row).filter(([column]) => isWritten(table, column)));

function joined(table: Table, old: JsonObject, cells: JsonObject, key: string): JsonObject {
  const kept = Object.entries(old).filter(([column]) => table.extent === 'some' || !isWritten(table, column));
  return { ...Object.fromEntries(kept), ...cells, [ROW_KEY]: key };
}

/** Cells that were given and are neither writable nor as they were. */
const refusedCells = (table: Table, index: number, row: JsonObject, old: JsonObject = {}): readonly Finding[] =>
  Object.entries(row).flatMap(([column, value]) => {
    const { name, field, access } = table;
    if (column === ROW_KEY || isWritten(table, column)) return [];
    const path = `${name}/${index}/${column}`;
    const here = Object.hasOwn(access.columns ?? {}, column) ? access.columns?.[column] : undefined;
    if (here === undefined) return [unknownColumn(`“${titleOf(name, field)}”`, `${name}/${index}`, column)];
    const was = memberOf(old, column) ?? null;
    const same = isBlank(was) ? isBlank(value) : canonicalJson(was) === canonicalJson(value);
    if (here.access === 'read' && same) return [];
    const words = `“${titleOf(name, field)}”第 ${index + 1} 行的“${field.items.properties[column]?.title ?? column}”`;
    return [wrong('field-not-writable', path, `这个环节不能填写${words}。`, '请刷新页面，只填写可以填的内容。')];
  });

const byKey = (rows: Json | undefined): ReadonlyMap<string, JsonObject> =>
  new Map(
    (Array.isArray(rows) ? (rows as readonly Json[]) : []).filter(isObject).map((row) => [keyOf(row) ?? '', row]),
  );

const keysIn = (rows: Json | undefined): ReadonlySet<string> => new Set(byKey(rows).keys());
