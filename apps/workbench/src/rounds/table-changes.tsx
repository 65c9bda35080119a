import type { ReactNode } from 'react';
import type { JsonObject, RowPart, ValueDifference } from '@chengban/domain';
import { readable, useFormSources, type ShownField } from '@chengban/web';
import { Cut, Fresh } from './marked-text';
import { ValueInLine } from './value-sides';

interface Props {
  field: ShownField;
  rows: readonly RowPart[];
  /** the table of the earlier round: rows that stayed are in it */
  before: readonly JsonObject[];
  /** rows that stayed are shown too */
  all: boolean;
}

/** A table that changed, as one table: rows that came and went, cells that changed. Half a page is too narrow for two. */
export function TableChanges({ field, rows, before, all }: Props): ReactNode {
  const shown = rows.filter(({ op }) => all || op !== 'same');
  const stayed = rows.length - shown.length;
  return (
    <div className="compare-table" role="group" aria-label={`${field.label}的变化`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">行</th>
            {field.columns.map(({ name, label }) => (
              <th scope="col" key={name}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index} className={`compare-row-${row.op}`}>
              <th scope="row">{rowWords(row)}</th>
              {field.columns.map((column) => (
                <td key={column.name}>
                  <Cell column={column} row={row} before={before} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {stayed > 0 && <p className="compare-blank">另有 {stayed} 行没有变化。</p>}
    </div>
  );
}

function rowWords(row: RowPart): string {
  switch (row.op) {
    case 'added':
      return `第 ${row.after + 1} 行 新增`;
    case 'removed':
      return `原第 ${row.before + 1} 行 删去`;
    default:
      return row.before === row.after
        ? `第 ${row.after + 1} 行`
        : `第 ${row.after + 1} 行（原第 ${row.before + 1} 行）`;
  }
}

function Cell({ column, row, before }: { column: ShownField; row: RowPart; before: readonly JsonObject[] }): ReactNode {
  const { names } = useFormSources();
  const cells = row.op === 'added' || row.op === 'removed' ? row.row : (before[row.before] ?? {});
  const change: ValueDifference | undefined = row.op === 'changed' ? row.cells[column.name] : undefined;
  if (change && change.kind !== 'table') return <ValueInLine field={column} difference={change} />;
  const text = readable(column, cells[column.name], names);
  if (text === '') return null;
  return row.op === 'added' ? <Fresh>{text}</Fresh> : row.op === 'removed' ? <Cut>{text}</Cut> : text;
}
