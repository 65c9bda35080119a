import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, Input, Select } from 'antd';
import { MAX_ITEM_TEXT, type FieldAnchor } from '@chengban/domain';
import { fieldsOf, type FormDefinition, type Round } from '@chengban/web';

interface Props {
  /** the field that is pointed at: of a table, a row and a cell can be chosen */
  field?: string;
  form?: FormDefinition;
  round?: Round;
  initial?: string;
  onSave: (text: string, cell?: FieldAnchor) => void;
  onCancel: () => void;
}

/** The sheet for one item. Two characters are the least that says anything; the server holds it so too. */
export function ItemEditor({ field, form, round, initial = '', onSave, onCancel }: Props): ReactNode {
  const [text, setText] = useState(initial);
  const [cell, setCell] = useState<FieldAnchor>();
  const [error, setError] = useState(false);
  const save = (): void => {
    if ([...text.trim()].length < 2) setError(true);
    else onSave(text.trim(), cell);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <div className="item item-editor" role="group" aria-label="指出问题" onKeyDown={keys}>
      {field && form && round && <Where field={field} form={form} round={round} cell={cell} onChange={setCell} />}
      <Input.TextArea
        autoFocus
        aria-label="问题"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={MAX_ITEM_TEXT}
        value={text}
        status={error ? 'error' : undefined}
        placeholder="请写明要补充或修改什么，报送单位要逐条回应"
        onChange={(event) => {
          setText(event.target.value);
          setError(false);
        }}
      />
      {error && (
        <p className="item-error" role="alert">
          请写明问题，至少两个字
        </p>
      )}
      <div className="item-buttons">
        <Button type="primary" onClick={save}>
          记下
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </div>
  );
}

interface WhereProps {
  field: string;
  form: FormDefinition;
  round: Round;
  cell: FieldAnchor | undefined;
  onChange: (cell: FieldAnchor | undefined) => void;
}

/** Which row and column of a table; nothing for a field of any other kind. */
function Where({ field, form, round, cell, onChange }: WhereProps): ReactNode {
  const table = fieldsOf(form).find(({ name }) => name === field);
  const rows = round.data[field];
  if (table?.kind !== 'table' || !Array.isArray(rows) || rows.length === 0) return null;
  return (
    <div className="item-where">
      <Select
        aria-label="哪一行"
        style={{ minWidth: 120 }}
        value={cell?.row ?? -1}
        options={[{ value: -1, label: '整张表' }, ...rows.map((_, row) => ({ value: row, label: `第 ${row + 1} 行` }))]}
        onChange={(row) => onChange(row < 0 ? undefined : { field, row })}
      />
      {cell?.row !== undefined && (
        <Select
          aria-label="哪一列"
          style={{ minWidth: 120 }}
          value={cell.column ?? ''}
          options={[{ value: '', label: '整行' }, ...table.columns.map(({ name, label }) => ({ value: name, label }))]}
          onChange={(column) => onChange({ field, row: cell.row as number, ...(column && { column }) })}
        />
      )}
    </div>
  );
}
