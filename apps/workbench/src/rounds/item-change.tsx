import type { ReactNode } from 'react';
import {
  isFileAnchor,
  roundDifference,
  type FieldAnchor,
  type JsonObject,
  type ValueDifference,
} from '@chengban/domain';
import { fieldsOf, type FormDefinition, type ReturnItem, type Round, type ShownField } from '@chengban/web';
import { fileWord } from './file-changes';
import { ValueInLine } from './value-sides';

interface Props {
  item: ReturnItem;
  rounds: readonly Round[];
  form: FormDefinition;
}

/** What became of the field or file since the round that the item was about. */
export function ItemChange({ item, rounds, form }: Props): ReactNode {
  const first = rounds.find(({ no }) => no === item.roundNo);
  const newest = rounds.at(-1);
  if (!item.anchor || !first || !newest || first === newest) return null;
  const { anchor } = item;
  const { fields, files } = roundDifference(plain(first), plain(newest));
  if (isFileAnchor(anchor)) {
    const part = files.find((each) => 'before' in each && each.before.id === anchor.evidenceId);
    const to = part && 'after' in part && part.op !== 'same' ? `：${part.after.fileName}` : '';
    return <p className="item-change">{part ? `这份材料${fileWord(part)}${to}` : null}</p>;
  }
  const field = fieldsOf(form).find(({ name }) => name === anchor.field);
  const difference = fields[anchor.field];
  if (!field || !difference) return <p className="item-change">这一项没有改动。</p>;
  const place = inTable(field, difference, anchor);
  return (
    <p className="item-change">
      {typeof place === 'string' ? place : <ValueInLine field={place.field} difference={place.difference} />}
    </p>
  );
}

type Shown = Parameters<typeof ValueInLine>[0];

/** Of a table, what became of the cell that was meant, or in words. */
function inTable(field: ShownField, difference: ValueDifference, { row, column }: FieldAnchor): Shown | string {
  if (difference.kind !== 'table') return field.kind === 'table' ? '整张表有改动。' : { field, difference };
  const part = difference.rows.find((each) => 'before' in each && each.before === row);
  if (!part) return '表格有改动，请点“对比”查看逐行变化。';
  if (part.op === 'removed') return '这一行已删去。';
  const cell = part.op === 'changed' && column !== undefined ? part.cells[column] : undefined;
  const shown = field.columns.find(({ name }) => name === column);
  if (cell && shown && cell.kind !== 'table') return { field: shown, difference: cell };
  return part.op === 'changed' && column === undefined ? '这一行有改动，请点“对比”查看。' : '这里没有改动。';
}

const plain = ({ data, evidence }: Round) => ({ data: data as JsonObject, evidence });
