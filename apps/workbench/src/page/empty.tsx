import type { ReactNode } from 'react';

/** Nothing here, and what that means. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p>{title}</p>
      {children && <div>{children}</div>}
    </div>
  );
}
