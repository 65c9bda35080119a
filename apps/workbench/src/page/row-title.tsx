import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** The name of a row as its link, in a line of its own. */
export const RowTitle = ({ to, children }: { to: string; children: ReactNode }): ReactNode => (
  <div>
    <Link className="cell-main" to={to}>
      {children}
    </Link>
  </div>
);
