import type { ReactNode } from 'react';
import { Button, Popconfirm, type TableColumnsType } from 'antd';
import { formatInstant, Mark, type Webhook, type Webhooks } from '@chengban/web';
import type { WebhookActs } from './use-webhook-acts.js';

interface Acts extends WebhookActs {
  topics: Webhooks['topics'];
  edit: (webhook: Webhook) => void;
}

export const columnsFor = (acts: Acts): TableColumnsType<Webhook> => [
  {
    title: '推送给',
    render: (_, { name, url, active }) => (
      <div className="webhook-where">
        {name} {!active && <Mark tone="quiet">已停用</Mark>}
        <div className="quiet">{url}</div>
      </div>
    ),
  },
  {
    title: '主题',
    width: 190,
    render: (_, { categories }) =>
      acts.topics
        .filter(({ category }) => categories.includes(category))
        .map(({ name }) => name)
        .join('、'),
  },
  { title: '密钥', width: 150, render: (_, webhook) => <Secret webhook={webhook} /> },
  { title: '最近一次推送', width: 210, render: (_, webhook) => <Last webhook={webhook} /> },
  { title: '操作', width: 220, render: (_, webhook) => <Buttons webhook={webhook} {...acts} /> },
];

function Secret({ webhook: { secretSince } }: { webhook: Webhook }): ReactNode {
  if (secretSince === null) return <Mark tone="amber">还没有密钥</Mark>;
  return <span className="quiet number">{formatInstant(secretSince)} 生成</span>;
}

function Last({ webhook: { last } }: { webhook: Webhook }): ReactNode {
  if (last === null) return <span className="quiet">还没有推送过</span>;
  return (
    <div className="webhook-where">
      <Mark tone={last.ok ? 'green' : 'red'}>{last.ok ? '已送到' : '没有送到'}</Mark>
      <div>{last.detail}</div>
      <div className="quiet number">{formatInstant(last.at)}</div>
    </div>
  );
}

function Buttons({ webhook, busyWith, tryOut, renew, remove, edit }: Acts & { webhook: Webhook }): ReactNode {
  const { id, name, secretSince } = webhook;
  const common = { size: 'small', disabled: busyWith !== null } as const;
  return (
    <div className="webhook-acts">
      <Button
        {...common}
        type="primary"
        aria-label={`试发 ${name}`}
        loading={busyWith === id}
        disabled={busyWith !== null || secretSince === null}
        title={secretSince === null ? '请先生成密钥' : undefined}
        onClick={() => tryOut(webhook)}
      >
        试发
      </Button>
      <Button {...common} aria-label={`修改 ${name}`} onClick={() => edit(webhook)}>
        修改…
      </Button>
      {secretSince === null ? (
        <Button {...common} aria-label={`生成密钥 ${name}`} onClick={() => renew(webhook)}>
          生成密钥
        </Button>
      ) : (
        <Popconfirm
          title="换一个新密钥？"
          description="旧密钥立即失效，对方换上新密钥之前核对不了签名。"
          okText="换新密钥"
          cancelText="取消"
          onConfirm={() => renew(webhook)}
        >
          <Button {...common} aria-label={`换密钥 ${name}`}>
            换密钥…
          </Button>
        </Popconfirm>
      )}
      <Popconfirm
        title={`删除“${name}”？`}
        description="以后不再推送，没有来得及推送的消息也不再推送。"
        okText="删除"
        okButtonProps={{ danger: true }}
        cancelText="取消"
        onConfirm={() => remove(webhook)}
      >
        <Button {...common} aria-label={`删除 ${name}`}>
          删除…
        </Button>
      </Popconfirm>
    </div>
  );
}
