import { createContext, useContext, useRef, type ReactNode } from 'react';
import { Button, Upload } from 'antd';
import { CloseOutlined, UploadOutlined } from '@ant-design/icons';
import type { Evidence, FilesInputProps } from '@chengban/web';
import { EvidenceList } from '../submissions/evidence-list';
import { acceptedEndings } from './evidence-limits';
import { UploadList } from './upload-list';
import { useUploads } from './use-uploads';

interface TaskFiles {
  obligationId: string;
  /** those that the form names, and those just uploaded */
  files: readonly Evidence[];
  onArrived: (file: Evidence) => void;
}

export const TaskFilesContext = createContext<TaskFiles>({ obligationId: '', files: [], onArrived: () => undefined });

/** Files that answer one question of the form; its value lists their ids. */
export function FilesInput({ id, value, onChange, label, max = 200 }: FilesInputProps): ReactNode {
  const { obligationId, files, onArrived } = useContext(TaskFilesContext);
  const ids = value ?? [];
  // several files arrive one after the other, each after the page was drawn for the first
  const newest = useRef(ids);
  newest.current = ids;
  const change = (next: string[]): void => {
    newest.current = next;
    onChange?.(next);
  };
  const uploads = useUploads(
    obligationId,
    () => max - newest.current.length,
    (file) => {
      onArrived(file);
      change([...newest.current, file.id]);
    },
  );
  const shown = ids.flatMap((one) => files.find((file) => file.id === one) ?? []);
  return (
    <div role="group" aria-label={label}>
      <Upload
        multiple={max > 1}
        accept={acceptedEndings}
        showUploadList={false}
        beforeUpload={(file) => {
          uploads.add(file);
          return false;
        }}
      >
        <Button id={id} icon={<UploadOutlined />} disabled={ids.length >= max}>
          上传{label}
        </Button>
      </Upload>
      {shown.length > 0 && (
        <EvidenceList
          evidence={shown}
          action={(file) => (
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={`移除 ${file.fileName}`}
              onClick={() => change(newest.current.filter((one) => one !== file.id))}
            />
          )}
        />
      )}
      <UploadList uploads={uploads} />
    </div>
  );
}
