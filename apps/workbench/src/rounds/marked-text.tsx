import type { ReactNode } from 'react';
import type { TextPart } from '@chengban/domain';
import './marks.css';

/** What went: struck out, and said to those who do not see it. */
export const Cut = ({ children }: { children: ReactNode }): ReactNode => (
  <del className="cut">
    <span className="visually-hidden">删去：</span>
    {children}
  </del>
);

/** What came. */
export const Fresh = ({ children }: { children: ReactNode }): ReactNode => (
  <ins className="fresh">
    <span className="visually-hidden">新增：</span>
    {children}
  </ins>
);

/** A text with its changes. @param side what one of two rounds says; absent: both in one line */
export function MarkedText({ parts, side }: { parts: readonly TextPart[]; side?: 'before' | 'after' }): ReactNode {
  const left = side === 'after' ? 'removed' : side === 'before' ? 'added' : null;
  return parts.map(({ op, text }, index) => {
    if (op === left) return null;
    if (op === 'removed') return <Cut key={index}>{text}</Cut>;
    if (op === 'added') return <Fresh key={index}>{text}</Fresh>;
    return <span key={index}>{text}</span>;
  });
}
