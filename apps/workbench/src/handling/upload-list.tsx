import type { ReactNode } from 'react';
import { Button, Progress } from 'antd';
import { CloseOutlined, WarningOutlined } from '@ant-design/icons';
import type { useUploads } from './use-uploads';

/** Files on their way, and those that were refused and why. */
export function UploadList({ uploads }: { uploads: ReturnType<typeof useUploads> }): ReactNode {
  return (
    <ul className="evidence-list" aria-live="polite">
      {uploads.uploads.map((one) => (
        <li key={one.key}>
          {one.error && <WarningOutlined aria-hidden className="evidence-error" />}
          <span className="upload-name">{one.name}</span>
          {one.error ? (
            <span className="evidence-error upload-error">{one.error}</span>
          ) : (
            <Progress percent={Math.round(one.share * 100)} size="small" aria-label={`${one.name} 上传进度`} />
          )}
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={one.error ? `关闭 ${one.name} 的提示` : `取消上传 ${one.name}`}
            onClick={() => uploads.drop(one.key)}
          />
        </li>
      ))}
    </ul>
  );
}
