import { useState, type ReactNode } from 'react';
import { Button, Table } from 'antd';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link, useParams } from 'react-router';
import { FailurePage, type Webhook } from '@chengban/web';
import { NothingHere } from '../incidents/nothing-here.js';
import type { Said } from '../incidents/retry-outcome.js';
import { SaidNotice } from '../incidents/said-notice.js';
import { AppFrame } from '../shell/app-frame.js';
import { SecretDialog, type ShownSecret } from './secret-dialog.js';
import { useWebhookActs } from './use-webhook-acts.js';
import { useWebhooks } from './use-webhooks.js';
import { columnsFor } from './webhook-columns.js';
import { WebhookDialog } from './webhook-dialog.js';
import './webhooks.css';

/** 消息推送: which other systems are told what, and whether it arrives. */
export function WebhooksPage(): ReactNode {
  const { tenant = '' } = useParams();
  const webhooks = useWebhooks();
  const [said, setSaid] = useState<Said | null>(null);
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null);
  const [secret, setSecret] = useState<ShownSecret | null>(null);
  const acts = useWebhookActs({ onSaid: setSaid, onSecret: setSecret });
  return (
    <AppFrame title="消息推送">
      <div className="page-head">
        <div>
          <Link to={`/${tenant}`}>
            <ArrowLeftOutlined aria-hidden /> 全部流程
          </Link>
          <h1>消息推送</h1>
          <p>
            把待办、退回、办结等消息推送给其他系统，例如 OA
            和政务微信。推送不成功会自动再试，多次不成功的列在“异常处理”。
          </p>
        </div>
        <div className="page-head-actions">
          <Button type="primary" onClick={() => setEditing('new')}>
            登记推送地址
          </Button>
        </div>
      </div>
      {said && <SaidNotice said={said} />}
      {webhooks.error && !webhooks.data ? (
        <FailurePage error={webhooks.error} onRetry={() => void webhooks.refetch()} />
      ) : webhooks.data?.items.length === 0 ? (
        <NothingHere well>还没有推送地址。请先向对方系统要一个接收消息的网址，再登记到这里。</NothingHere>
      ) : (
        <div className="sheet">
          <Table<Webhook>
            rowKey="id"
            columns={columnsFor({ topics: webhooks.data?.topics ?? [], ...acts, edit: setEditing })}
            dataSource={webhooks.data?.items}
            loading={webhooks.isPending}
            pagination={false}
          />
        </div>
      )}
      {editing && (
        <WebhookDialog
          webhook={editing === 'new' ? null : editing}
          topics={webhooks.data?.topics ?? []}
          onClose={() => setEditing(null)}
          onSaved={(webhook) => {
            setEditing(null);
            // a new one is of no use before it has a secret
            if (webhook.secretSince === null) acts.renew(webhook);
          }}
        />
      )}
      {secret && <SecretDialog {...secret} onClose={() => setSecret(null)} />}
    </AppFrame>
  );
}
