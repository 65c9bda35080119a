import type { ReactNode } from 'react';
import { readableData, type JsonObject, type ValueDifference } from '@chengban/domain';
import { readable, useFormSources, type ShownField } from '@chengban/web';
import { TableChanges } from './table-changes';
import { ValueSide } from './value-sides';

interface Props {
  field: ShownField;
  /** undefined: it stayed as it was */
  difference: ValueDifference | undefined;
  before: JsonObject;
  after: JsonObject;
  all: boolean;
  /** items that pointed here */
  children?: ReactNode;
}

/** One field of two rounds, as a row. */
export function ComparedField({ field, difference, before, after, all, children }: Props): ReactNode {
  const { names } = useFormSources();
  const label = <th scope="row">{field.label}</th>;
  if (!difference)
    return (
      <tr>
        {label}
        <td colSpan={2}>
          {readable(field, after[field.name], names) || <span className="compare-blank">未填写</span>}
          {children}
        </td>
      </tr>
    );
  const rows = field.kind === 'table' ? rowsOf(difference, field.name, before, after) : null;
  return (
    <tr className="compare-changed" tabIndex={-1}>
      {label}
      {rows ? (
        <td colSpan={2}>
          <TableChanges field={field} rows={rows} before={tableOf(before, field.name)} all={all} />
          {children}
        </td>
      ) : (
        <Sides field={field} difference={difference}>
          {children}
        </Sides>
      )}
    </tr>
  );
}

function Sides({
  field,
  difference,
  children,
}: Pick<Props, 'field' | 'children'> & { difference: ValueDifference }): ReactNode {
  if (difference.kind === 'table') return null;
  return (
    <>
      <td>
        <ValueSide field={field} difference={difference} side="before" />
      </td>
      <td>
        <ValueSide field={field} difference={difference} side="after" />
        {children}
      </td>
    </>
  );
}

const tableOf = (data: JsonObject, name: string): readonly JsonObject[] =>
  (readableData(data)[name] ?? []) as readonly JsonObject[];

/** A table that was filled in or emptied came or went row by row. */
function rowsOf(difference: ValueDifference, name: string, before: JsonObject, after: JsonObject) {
  if (difference.kind === 'table') return difference.rows;
  if (difference.kind === 'filled')
    return tableOf(after, name).map((row, at) => ({ op: 'added', after: at, row }) as const);
  if (difference.kind === 'emptied')
    return tableOf(before, name).map((row, at) => ({ op: 'removed', before: at, row }) as const);
  return null;
}
