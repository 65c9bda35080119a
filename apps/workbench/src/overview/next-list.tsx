import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDay, LightMark, useSession } from '@chengban/web';
import { Loaded } from '../page/loaded';
import { usePendingStarts } from '../queries/obligations';
import { useOpenTasks } from '../queries/tasks';
import { inboxRows } from '../tasks/inbox-rows';

const SHOWN = 8;

/** For a unit: what to do first, instead of a table with itself alone in it. */
export function NextList(): ReactNode {
  const tasks = useOpenTasks();
  const starts = usePendingStarts();
  const { person } = useSession();
  const rows = tasks.data && starts.data && inboxRows(tasks.data, starts.data, person.id);
  return (
    <Loaded query={{ data: rows, error: tasks.error ?? starts.error, refetch: tasks.refetch as never }} minHeight={420}>
      {(all) => {
        if (all.length === 0) return <p className="number">没有待办。</p>;
        return (
          <ul className="next-list">
            {all.slice(0, SHOWN).map((row) => (
              <li key={row.id}>
                <Link to={row.to}>
                  （{row.measureNo}）{row.measureText}
                </Link>
                <p>
                  <span>{row.number}</span>
                  <span>{row.step}</span>
                  <span>{formatDay(row.dueOn)}</span>
                  <LightMark light={row.light} />
                </p>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
