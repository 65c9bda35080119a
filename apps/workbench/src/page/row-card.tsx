import type { ReactNode } from 'react';
import { RowTitle } from './row-title';

interface Props {
  to: string;
  title: ReactNode;
  sub?: ReactNode;
  /** small facts in one line that wraps */
  facts: ReactNode[];
  action?: ReactNode;
}

/** A row of a table as a card, for narrow screens: the same facts, one below the other. */
export function RowCard({ to, title, sub, facts, action }: Props): ReactNode {
  return (
    <div className="row-card">
      <RowTitle to={to}>{title}</RowTitle>
      {sub && <div className="cell-sub">{sub}</div>}
      <p>
        {facts.map((fact, index) => (
          <span key={index}>{fact}</span>
        ))}
      </p>
      {action}
    </div>
  );
}
