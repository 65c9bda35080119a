import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatInstant, Mark } from '@chengban/web';
import { Panel } from '../page/panel';
import { usePlanDrafts } from '../queries/plan-drafts';

/** What was brought in before, the newest first: go on checking, or look again. */
export function DraftsList(): ReactNode {
  const { data } = usePlanDrafts();
  if (!data?.length) return null;
  return (
    <Panel title="导入过的清单">
      <ul className="drafts-list">
        {data.map((draft) => (
          <li key={draft.id}>
            <Link to={`/plan-drafts/${draft.id}`}>{draft.fileName}</Link>
            <span className="number">{draft.measureCount} 项措施</span>
            <Mark tone={draft.status === 'confirmed' ? 'green' : 'amber'}>
              {draft.status === 'confirmed' ? '已生效' : '待核对'}
            </Mark>
            <time className="number" dateTime={draft.createdAt}>
              {formatInstant(draft.createdAt)}
            </time>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
