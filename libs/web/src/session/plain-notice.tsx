import type { ReactNode } from 'react';
import './plain-notice.css';

/** A page with nothing on it but what happened, what to do, and the way on. */
export function PlainNotice({
  title,
  detail,
  children,
}: {
  title: string;
  detail?: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="plain-notice" role="alert">
      <h1>{title}</h1>
      {detail && <p>{detail}</p>}
      {children}
    </div>
  );
}
