import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { LightIcon, Mark, type KeyTaskCounts } from '@chengban/web';

/** Each key task with how far it is: the bar repeats what the words say. */
export function KeyTaskList({ rows }: { rows: KeyTaskCounts[] }): ReactNode {
  return (
    <ol className="key-tasks">
      {rows.map((row) => (
        <li key={row.no}>
          <Link to={`/measures#key-task-${row.no}`}>
            <span aria-hidden>{chineseNumber(row.no)}</span>
            {row.title}
          </Link>
          <div className="key-task-bar" aria-hidden="true">
            <i style={{ width: `${share(row.closed, row.total)}%` }} />
          </div>
          <p>
            已办结 {row.closed} / {row.total}
            {row.dueSoon > 0 && (
              <Mark tone="amber" icon={<LightIcon colour="yellow" />}>
                临期 {row.dueSoon}
              </Mark>
            )}
            {row.overdue > 0 && (
              <Mark tone="red" icon={<LightIcon colour="red" />}>
                逾期 {row.overdue}
              </Mark>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

const share = (part: number, whole: number): number => (whole ? Math.round((part / whole) * 100) : 0);
const chineseNumber = (no: number): string => '〇一二三四五六七八九十'[no] ?? String(no);
