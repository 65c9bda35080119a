import type { ReactNode } from 'react';
import { PaperClipOutlined } from '@ant-design/icons';
import { formatSize, useApi, type Evidence } from '@chengban/web';
import './evidence.css';

/** Files to be opened; the address downloads them under their own name. */
export function EvidenceList({
  evidence,
  action,
  below,
}: {
  evidence: Evidence[];
  action?: (file: Evidence) => ReactNode;
  /** what stands below a file */
  below?: (file: Evidence) => ReactNode;
}): ReactNode {
  const api = useApi();
  return (
    <ul className="evidence-list">
      {evidence.map((file) => (
        <li key={file.id}>
          <PaperClipOutlined aria-hidden />
          <a href={api.address(`/evidence/${file.id}/content`)} download={file.fileName}>
            {file.fileName}
          </a>
          <span className="evidence-size">
            {formatSize(file.size)} · {file.uploadedBy.name}
          </span>
          {action?.(file)}
          {below && <div className="evidence-below">{below(file)}</div>}
        </li>
      ))}
    </ul>
  );
}
