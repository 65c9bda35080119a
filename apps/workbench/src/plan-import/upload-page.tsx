import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Alert, Progress, Upload } from 'antd';
import { InboxOutlined } from '@ant-design/icons';
import { explain, randomKey, useApi, type PlanDraft } from '@chengban/web';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { DraftsList } from './drafts-list';
import './plan-import.css';

/** 导入实施方案: one file in; what was read is then checked by a person, nothing goes live here. */
export function UploadPage(): ReactNode {
  const api = useApi();
  const navigate = useNavigate();
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<{ title: string; detail: string } | null>(null);
  const send = (file: File): void => {
    setFailure(null);
    setShare(0);
    api
      .upload<PlanDraft>('/plan-drafts', {}, file, { idempotencyKey: randomKey(), onProgress: setShare })
      .then((draft) => navigate(`/plan-drafts/${draft.id}`))
      .catch((error: unknown) => {
        setShare(null);
        setFailure(explain(error));
      });
  };
  return (
    <Page title="导入实施方案" lead="上传工作任务清单，系统读出任务、单位和时限，由您逐项核对，确认后才生效。">
      <Panel>
        <div aria-live="assertive">
          {failure && (
            <Alert
              style={{ marginBottom: 16 }}
              type="error"
              showIcon
              title={failure.title}
              description={failure.detail}
            />
          )}
        </div>
        <Upload.Dragger
          accept=".txt,.tsv,.docx,.xlsx"
          showUploadList={false}
          disabled={share !== null}
          aria-label="上传工作任务清单"
          beforeUpload={(file) => {
            send(file);
            return false;
          }}
        >
          <div style={{ padding: '32px 16px' }}>
            <p style={{ margin: 0 }}>
              <InboxOutlined aria-hidden style={{ fontSize: 40, color: '#17509a' }} />
            </p>
            <p style={{ margin: '12px 0 4px', fontSize: 16 }}>把文件拖到这里，或点击选择</p>
            <p className="number" style={{ whiteSpace: 'normal', margin: 0 }}>
              支持
              Word（.docx）、Excel（.xlsx）和文本（.txt、.tsv），表格列为：重点任务、工作任务、主要措施、责任单位、完成时限
            </p>
            <div style={{ height: 32, maxWidth: 360, margin: '12px auto 0' }} aria-live="polite">
              {share !== null &&
                (share < 1 ? <Progress percent={Math.round(share * 100)} aria-label="上传进度" /> : '正在读取…')}
            </div>
          </div>
        </Upload.Dragger>
      </Panel>
      <DraftsList />
    </Page>
  );
}
