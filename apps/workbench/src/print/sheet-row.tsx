import type { ReactNode } from 'react';

/** Two pairs of a label and a fact; a wide fact takes the rest of the line. */
export const Columns = (): ReactNode => (
  <colgroup>
    <col className="sheet-label" />
    <col />
    <col className="sheet-label" />
    <col />
  </colgroup>
);

interface RowProps {
  label: string;
  /** more than should be kept on one page: it breaks between its lines */
  long?: boolean;
  children: ReactNode;
}

export function Row({ label, long = false, children }: RowProps): ReactNode {
  return (
    <tr className={long ? 'sheet-long' : undefined}>
      <th scope="row">{label}</th>
      <td colSpan={3}>{children}</td>
    </tr>
  );
}
