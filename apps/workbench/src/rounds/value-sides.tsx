import type { ReactNode } from 'react';
import type { ListPart, ValueDifference } from '@chengban/domain';
import { readable, useFormSources, type ShownField } from '@chengban/web';
import { Cut, Fresh, MarkedText } from './marked-text';

type Simple = Exclude<ValueDifference, { kind: 'table' }>;

interface Props {
  field: ShownField;
  difference: Simple;
  side: 'before' | 'after';
}

/** One side of a field that changed. A choice, day, person or unit is seen as a whole, a text with its words marked. */
export function ValueSide({ field, difference, side }: Props): ReactNode {
  const { names } = useFormSources();
  const Mark = side === 'before' ? Cut : Fresh;
  if (difference.kind === 'text' && field.kind === 'text') return <MarkedText parts={difference.parts} side={side} />;
  if (difference.kind === 'list') return <ListSide field={field} parts={difference.parts} side={side} />;
  const value = valueOn(difference, side);
  if (value === undefined) return <span className="compare-blank">未填写</span>;
  return <Mark>{readable(field, value, names)}</Mark>;
}

function valueOn(difference: Exclude<Simple, { kind: 'list' }>, side: 'before' | 'after'): unknown {
  if (difference.kind === 'filled') return side === 'after' ? difference.after : undefined;
  if (difference.kind === 'emptied') return side === 'before' ? difference.before : undefined;
  return difference[side];
}

function ListSide({ field, parts, side }: { field: ShownField; parts: readonly ListPart[]; side: string }): ReactNode {
  const { names } = useFormSources();
  const gone = side === 'before' ? 'added' : 'removed';
  const shown = parts.filter(({ op }) => op !== gone);
  if (shown.length === 0) return <span className="compare-blank">未填写</span>;
  return (
    <ul className="compare-list">
      {shown.map(({ op, value }, index) => {
        const text = readable(field, [value], names);
        return (
          <li key={index}>{op === 'removed' ? <Cut>{text}</Cut> : op === 'added' ? <Fresh>{text}</Fresh> : text}</li>
        );
      })}
    </ul>
  );
}

/** Both sides in one line: what stood there, what stands there now. */
export function ValueInLine({ field, difference }: Omit<Props, 'side'>): ReactNode {
  if (difference.kind === 'text' && field.kind === 'text') return <MarkedText parts={difference.parts} />;
  return (
    <>
      {difference.kind !== 'filled' && <ValueSide field={field} difference={difference} side="before" />}{' '}
      {difference.kind !== 'emptied' && <ValueSide field={field} difference={difference} side="after" />}
    </>
  );
}
