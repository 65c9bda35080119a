import type { ReactNode } from 'react';
import type { Json } from '@chengban/domain';
import { readable, type ShownField } from './form-fields';
import { useFormSources } from './form-sources';
import { SumRow } from './table-field';
import './table-field.css';

/** A stored value to be read: words, links to files, or the whole table. Null where nothing was filled in. */
export function ValueView({ field, value }: { field: ShownField; value: unknown }): ReactNode {
  const { names, files, FileLinks } = useFormSources();
  if (field.kind === 'table') return <TableValues field={field} rows={value} />;
  if (field.kind === 'files' && FileLinks) {
    const ids = Array.isArray(value) ? value : [];
    const shown = files.filter(({ id }) => ids.includes(id));
    return shown.length > 0 ? <FileLinks files={shown} /> : '未填写';
  }
  return readable(field, value, names) || '未填写';
}

/** Whether nothing was filled in. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function TableValues({ field, rows }: { field: ShownField; rows: unknown }): ReactNode {
  const { names } = useFormSources();
  const shown = (Array.isArray(rows) ? rows : []) as Record<string, unknown>[];
  if (shown.length === 0) return '未填写';
  return (
    <div className="table-values" role="group" aria-label={field.label} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{field.label}</caption>
        <thead>
          <tr>
            <th scope="col" className="table-field-no">
              序号
            </th>
            {field.columns.map((column) => (
              <th scope="col" key={column.name}>
                {column.label}
                {column.ui.unit && <small>{column.ui.unit}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {field.columns.map((column) => (
                <td key={column.name}>{readable({ ...column, ui: {} }, row?.[column.name], names)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        {field.columns.some(({ ui }) => ui.sum) && <SumRow field={field} rows={rows as Json} />}
      </table>
    </div>
  );
}
