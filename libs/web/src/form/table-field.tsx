import { memo, useCallback, useRef, type ReactNode } from 'react';
import { ROW_KEY, tableSums, type Json } from '@chengban/domain';
import { Button, Form, type FormInstance } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { randomKey } from '../api/intent-keys';
import { dateAsText } from './day-field';
import { controlOf } from './field-control';
import { isFilledIn, maxRowsOf, problemOf, readable, rulesOf, type ShownField } from './form-fields';
import { useFormSources } from './form-sources';
import './table-field.css';

interface Props {
  field: ShownField;
  form: FormInstance;
}

/** A table that is filled in. Rows come and go where the table is written; else only some columns are. */
export function TableField({ field, form }: Props): ReactNode {
  const { name, label, columns, schema } = field;
  const grows = field.access === 'write';
  // antd gives another one with every change; the rows, which hand it on, stay as they are
  const removing = useRef<(row: number) => void>(() => undefined);
  const onRemove = useCallback((row: number) => removing.current(row), []);
  const rules = [{ validator: (_: unknown, rows: unknown[]) => checkRows(field, rows) }];
  return (
    <Form.List name={name} rules={rules}>
      {(rows, { add, remove }, { errors }) => {
        removing.current = remove;
        return (
          <div className="table-field">
            <div className="table-field-scroll" id={name} tabIndex={-1} role="group" aria-label={label}>
              <table>
                <caption className="visually-hidden">{label}</caption>
                <thead>
                  <tr>
                    <th scope="col" className="table-field-no">
                      序号
                    </th>
                    {columns.map((column) => (
                      <th scope="col" key={column.name} style={{ minWidth: widthOf(column) }}>
                        {column.required && (
                          <span aria-hidden="true" className="required-star">
                            *
                          </span>
                        )}
                        {column.label}
                        {column.ui.unit && <small>{column.ui.unit}</small>}
                      </th>
                    ))}
                    {grows && <td />}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row, index) => (
                    <Row
                      key={row.key}
                      table={name}
                      row={row.name}
                      at={index}
                      columns={columns}
                      form={form}
                      onRemove={grows ? onRemove : null}
                    />
                  ))}
                </tbody>
                {columns.some(({ ui }) => ui.sum) && <Sums field={field} form={form} />}
              </table>
            </div>
            <Form.ErrorList errors={errors} className="table-field-errors" />
            {grows && (
              <Button
                icon={<PlusOutlined />}
                disabled={rows.length >= maxRowsOf(schema)}
                onClick={() => add({ [ROW_KEY]: randomKey().slice(0, 12) })}
              >
                加一行
              </Button>
            )}
          </div>
        );
      }}
    </Form.List>
  );
}

const widthOf = ({ kind, widget }: ShownField): number =>
  kind === 'number' ? 84 : kind === 'text' && widget === 'textarea' ? 180 : 128;

function checkRows(field: ShownField, rows: unknown[] | undefined): Promise<void> {
  const empty = (rows ?? []).length === 0;
  if (empty && field.required) return Promise.reject(new Error(`请填写${field.label}，至少一行`));
  const problem = empty || field.access !== 'write' ? undefined : problemOf(field, rows);
  return problem === undefined ? Promise.resolve() : Promise.reject(new Error(problem));
}

interface RowProps {
  table: string;
  row: number;
  at: number;
  columns: ShownField[];
  form: FormInstance;
  /** null where rows stay */
  onRemove: ((row: number) => void) | null;
}

/** Drawn anew only when it is another row: in a long table a key pressed or a row added must not draw them all. */
const Row = memo(function Row({ table, row, at, columns, form, onRemove }: RowProps): ReactNode {
  return (
    <tr>
      <th scope="row" className="table-field-no">
        {at + 1}
      </th>
      {columns.map((column) => (
        <td key={column.name}>
          <Cell table={table} row={row} at={at} column={column} form={form} />
        </td>
      ))}
      {onRemove && (
        <td>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`删除第 ${at + 1} 行`}
            onClick={() => onRemove(row)}
          />
        </td>
      )}
    </tr>
  );
});

interface CellProps {
  table: string;
  row: number;
  /** as people count rows, less one */
  at: number;
  column: ShownField;
  form: FormInstance;
}

function Cell({ table, row, at, column, form }: CellProps): ReactNode {
  const { names } = useFormSources();
  if (!isFilledIn(column)) {
    const value = form.getFieldValue([table, row, column.name]) as unknown;
    return <span className="table-field-text">{readable({ ...column, ui: {} }, value, names)}</span>;
  }
  return (
    <Form.Item name={[row, column.name]} rules={rulesOf(column)} {...(column.kind === 'date' ? dateAsText : {})}>
      {controlOf(column, `第 ${at + 1} 行 ${column.label}`)}
    </Form.Item>
  );
}

/** On its own, so that a key pressed in a cell draws the sums anew and not the table. */
function Sums({ field, form }: Props): ReactNode {
  const rows = Form.useWatch(field.name, { form, preserve: true }) as Json | undefined;
  return <SumRow field={field} rows={rows} ends={field.access === 'write'} />;
}

export function SumRow({
  field,
  rows,
  ends = false,
}: {
  field: ShownField;
  rows: Json | undefined;
  ends?: boolean;
}): ReactNode {
  const sums = tableSums(field.schema, field.ui, rows);
  return (
    <tfoot>
      <tr>
        <th scope="row">合计</th>
        {field.columns.map((column) => (
          <td key={column.name}>
            {sums[column.name] !== undefined && `${sums[column.name]}${column.ui.unit ? ` ${column.ui.unit}` : ''}`}
          </td>
        ))}
        {ends && <td />}
      </tr>
    </tfoot>
  );
}
