import type { Finding } from '../../shared/finding.js';
import { isObject } from '../json-shape.js';
import type { Json } from '../../shared/json.js';
import { cellKinds } from '../cell-kinds.js';
import { isBlank, problem, wrong } from '../field-kind.js';
import type { Asked, FieldKind, FormProblem } from '../field-kind.js';
import { ROW_KEY, fieldOf, isTable, titleOf, uiOf } from '../form.js';
import type { TableField } from '../form.js';
import { kindNameOf } from '../kind-of.js';

/** Rows of a table that sets no limit of its own. */
export const DEFAULT_MAX_ROWS = 200;

/** Rows with columns, each column a field. A cell's findings point at `table/row/column`, rows counted from 0. */
export const table: FieldKind = {
  name: 'table',
  widgets: ['table'],
  check(value, asked) {
    const { field, path, called, access } = asked;
    if (!isTable(field)) return [];
    if (!Array.isArray(value)) return [wrong('field-type', path, `${called}的内容类型不对。`, '请重新填写这张表。')];
    const rows = value as readonly Json[];
    const { minItems = 0, maxItems = DEFAULT_MAX_ROWS } = field;
    const free = access === undefined || access.access === 'write';
    if (free && rows.length < minItems)
      return [wrong('field-too-few', path, `${called}至少要填 ${minItems} 行，现在是 ${rows.length} 行。`, '请加行。')];
    if (free && rows.length > maxItems)
      return [
        wrong('field-too-many', path, `${called}最多 ${maxItems} 行，现在是 ${rows.length} 行。`, '请删去几行。'),
      ];
    return rows.flatMap((row, index) => checkRow(row, index, asked, field));
  },
  problems(asked) {
    const { field, path, called, ui } = asked;
    if (!isTable(field)) return [];
    const { minItems = 0, maxItems = DEFAULT_MAX_ROWS, items } = field;
    const found: FormProblem[] = [];
    const counts = [minItems, maxItems].every((count) => Number.isInteger(count) && count >= 0);
    if (!counts || minItems > maxItems || maxItems === 0)
      found.push(problem(path, `${called}的最少行数和最多行数没有数目可以满足。`, '请改正 minItems 和 maxItems。'));
    const columns = Object.entries(items.properties);
    if (columns.length === 0) found.push(problem(path, `${called}没有列。`, '请在 items.properties 里写出各列。'));
    for (const [name, column] of columns) {
      const kind = kindNameOf(column, uiOf(ui.columns, name));
      if (kind === 'table' || kind === 'files')
        found.push(
          problem(`${path}/${name}`, `${called}的列“${titleOf(name, column)}”放不进表格。`, '请改成单独的一项。'),
        );
      if (uiOf(ui.columns, name).sum === true && kind !== 'number')
        found.push(
          problem(`${path}/${name}`, `${called}的列“${titleOf(name, column)}”不是数字，不能合计。`, '请去掉 sum。'),
        );
    }
    return found;
  },
};

function checkRow(row: Json, index: number, asked: Asked, { items }: TableField): readonly Finding[] {
  const { path, called, around, ui, access } = asked;
  const at = `${path}/${index}`;
  const place = `${called}第 ${index + 1} 行`;
  if (!isObject(row)) return [wrong('field-type', at, `${place}的内容类型不对。`, '请删去这一行，重新填写。')];
  const known = Object.entries(items.properties).flatMap(([name, column]): readonly Finding[] => {
    const { access: own = 'write', required = items.required?.includes(name) === true } = access?.columns?.[name] ?? {};
    // what was written elsewhere was checked there
    if (own !== 'write') return [];
    const value = Object.hasOwn(row, name) ? (row[name] as Json) : null;
    const cell = `${at}/${name}`;
    const words = `${place}的“${titleOf(name, column)}”`;
    if (!isBlank(value))
      return checkCell(value, { path: cell, called: words, field: column, ui: uiOf(ui.columns, name), around });
    if (!required) return [];
    return [wrong('field-required', cell, `请填写${words}。`, '这一列每行都要填；多余的行请删去。')];
  });
  const strange = Object.keys(row).filter((name) => name !== ROW_KEY && fieldOf(items, name) === undefined);
  return [...known, ...strange.map((name) => unknownColumn(called, at, name))];
}

/** A row holds a cell that its table has no column for: the row is pointed at, as the column cannot be. */
export const unknownColumn = (called: string, path: string, name: string): Finding =>
  wrong('field-unknown', path, `${called}里没有“${name.slice(0, 40)}”这一列。`, '请刷新页面，用最新的表单填写。');

function checkCell(value: Json, asked: Asked): readonly Finding[] {
  const kind = kindNameOf(asked.field, asked.ui);
  return kind === 'table' ? [] : cellKinds[kind].check(value, asked);
}
