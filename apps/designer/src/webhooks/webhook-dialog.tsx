import { useState, type ReactNode } from 'react';
import { Alert, Checkbox, Form, Input, Modal, Switch } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { explain, isProblem, useAct, type Webhook, type WebhookFields, type Webhooks } from '@chengban/web';
import { WEBHOOKS_KEY } from './use-webhooks.js';

interface Props {
  /** null: a new one */
  webhook: Webhook | null;
  topics: Webhooks['topics'];
  onSaved: (webhook: Webhook) => void;
  onClose: () => void;
}

const FIELDS = ['name', 'url', 'categories', 'active'];

/** 地址、主题: where another system takes messages, and which. */
export function WebhookDialog({ webhook, topics, onSaved, onClose }: Props): ReactNode {
  const [form] = Form.useForm<WebhookFields>();
  const [failure, setFailure] = useState<{ title: string; detail: string } | null>(null);
  const queries = useQueryClient();
  const save = useAct<WebhookFields, Webhook>(
    'save-webhook',
    (api, body, idempotencyKey) =>
      webhook
        ? api.send('PUT', `/webhooks/${webhook.id}`, { body, ifMatch: webhook.revision, idempotencyKey })
        : api.send('POST', '/webhooks', { body, idempotencyKey }),
    {
      onSuccess: (saved) => {
        void queries.invalidateQueries({ queryKey: WEBHOOKS_KEY });
        onSaved(saved);
      },
      onError: (error) => {
        setFailure(explain(error));
        if (isProblem(error))
          form.setFields(
            error.errors
              .filter(({ field }) => FIELDS.includes(field))
              .map(({ field, message }) => ({ name: field as keyof WebhookFields, errors: [message] })),
          );
      },
    },
  );
  const initial: WebhookFields = webhook ?? { name: '', url: '', categories: [], active: true };
  return (
    <Modal
      open
      title={webhook ? '修改推送地址' : '登记推送地址'}
      okText={webhook ? '保存' : '登记并生成密钥'}
      cancelText="取消"
      confirmLoading={save.isPending}
      onOk={() => void form.submit()}
      onCancel={onClose}
    >
      <Form<WebhookFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...initial }}
        onFinish={({ name, url, ...rest }) => save.press({ ...rest, name: name.trim(), url: url.trim() })}
      >
        {failure && (
          <Alert
            type="error"
            showIcon
            title={failure.title}
            description={failure.detail || undefined}
            className="dialog-alert"
          />
        )}
        <Form.Item
          name="name"
          label="名称"
          rules={[
            { required: true, whitespace: true, message: '请填写名称，例如：市 OA 系统' },
            { max: 60, message: '名称最多 60 个字' },
          ]}
        >
          <Input autoFocus placeholder="例如：市 OA 系统" />
        </Form.Item>
        <Form.Item
          name="url"
          label="地址"
          extra="以 https:// 开头；内网地址要先由系统维护人员放行。"
          rules={[{ required: true, whitespace: true, message: '请填写对方接收消息的网址' }]}
        >
          <Input placeholder="https://oa.example.gov.cn/hook" maxLength={1000} />
        </Form.Item>
        <Form.Item name="categories" label="主题" rules={[{ required: true, message: '请至少选一个主题' }]}>
          <Checkbox.Group options={topics.map(({ category, name }) => ({ value: category, label: name }))} />
        </Form.Item>
        <Form.Item name="active" label="启用" valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  );
}
