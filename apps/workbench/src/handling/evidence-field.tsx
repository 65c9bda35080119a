import type { ReactNode } from 'react';
import { Button, Upload } from 'antd';
import { CloseOutlined, InboxOutlined } from '@ant-design/icons';
import type { Evidence } from '@chengban/web';
import { AnswersAtFile } from '../rounds/answers-here';
import { EvidenceList } from '../submissions/evidence-list';
import { acceptedEndings, evidenceHint } from './evidence-limits';
import { UploadList } from './upload-list';
import type { useUploads } from './use-uploads';

interface Props {
  evidence: Evidence[];
  uploads: ReturnType<typeof useUploads>;
  required: boolean;
  error: string | null;
  onRemove: (file: Evidence) => void;
}

/** 佐证材料: drop or choose files; what arrived, what is on its way, what was refused and why. */
export function EvidenceField({ evidence, uploads, required, error, onRemove }: Props): ReactNode {
  return (
    <fieldset className="evidence-field" aria-describedby={error ? 'evidence-error' : undefined}>
      <legend>
        {required && (
          <span aria-hidden="true" className="required-star">
            *
          </span>
        )}
        佐证材料{required && <span className="visually-hidden">（必填）</span>}
      </legend>
      <Upload.Dragger
        className="evidence-drop"
        multiple
        accept={acceptedEndings}
        showUploadList={false}
        beforeUpload={(file) => {
          uploads.add(file);
          return false;
        }}
        aria-label="上传佐证材料"
      >
        <p style={{ margin: 0 }}>
          <InboxOutlined aria-hidden style={{ marginRight: 8, color: '#17509a', fontSize: 18 }} />
          把文件拖到这里，或点击选择
        </p>
        <p className="evidence-hint" style={{ margin: '4px 0 0' }}>
          {evidenceHint}
        </p>
      </Upload.Dragger>
      {evidence.length > 0 && (
        <EvidenceList
          evidence={evidence}
          below={(file) => <AnswersAtFile file={file} />}
          action={(file) => (
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={`移除 ${file.fileName}`}
              onClick={() => onRemove(file)}
            />
          )}
        />
      )}
      <UploadList uploads={uploads} />
      {error && (
        <p id="evidence-error" className="evidence-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
