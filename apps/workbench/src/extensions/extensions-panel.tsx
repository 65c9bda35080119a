import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDay, formatInstant, Mark, type Obligation } from '@chengban/web';
import { Panel } from '../page/panel';
import './extensions.css';

/** 延期: the request that is under way, and every one that moved the deadline. */
export function ExtensionsPanel({ obligation }: { obligation: Obligation }): ReactNode {
  const { pastExtensions = [], extensionRequest: request } = obligation;
  if (pastExtensions.length === 0 && !request) return null;
  return (
    <Panel title="延期">
      <ul className="extensions">
        {request && (
          <li>
            <Mark tone="blue">正在申请</Mark>
            <span>
              {request.startedBy}于{formatInstant(request.startedAt)}申请延期
              {request.step !== null && `，当前环节：${request.step}`}
            </span>
            <RequestLink request={request} />
          </li>
        )}
        {pastExtensions.map(({ from, to, at, submissionId }) => (
          <li key={at}>
            <Mark tone="quiet">已延期</Mark>
            <span>
              由 {formatDay(from)} 延到 {formatDay(to)}
            </span>
            <span className="number">{formatInstant(at)}</span>
            {submissionId !== null && <Link to={`/submissions/${submissionId}`}>查看申请</Link>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RequestLink({ request }: { request: NonNullable<Obligation['extensionRequest']> }): ReactNode {
  if (request.taskId !== null) return <Link to={`/tasks/${request.taskId}`}>查看申请</Link>;
  return request.submissionId !== null && <Link to={`/submissions/${request.submissionId}`}>查看申请</Link>;
}
