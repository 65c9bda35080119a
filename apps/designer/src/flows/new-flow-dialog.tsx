import { useState, type ReactNode } from 'react';
import { Alert, Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { explain, isProblem, useAct } from '@chengban/web';

interface NewFlow {
  key: string;
  name: string;
}

/** A name and a code; the API draws the first picture (开始 → 填报 → 审核 → 办结). */
export function NewFlowDialog(props: { onClose: () => void; onCreated: (key: string) => void }): ReactNode {
  const [form] = Form.useForm<NewFlow>();
  const [failure, setFailure] = useState<{ title: string; detail: string } | null>(null);
  const queries = useQueryClient();
  const create = useAct<NewFlow, unknown>(
    'create-flow',
    (api, body, idempotencyKey) => api.send('POST', '/definitions', { body, idempotencyKey }),
    {
      onSuccess: (_, { key }) => {
        void queries.invalidateQueries({ queryKey: ['flows'] });
        props.onCreated(key);
      },
      onError: (error) => {
        setFailure(explain(error));
        if (isProblem(error))
          form.setFields(
            error.errors
              .filter(({ field }) => field === 'key' || field === 'name')
              .map(({ field, message }) => ({ name: field as keyof NewFlow, errors: [message] })),
          );
      },
    },
  );
  return (
    <Modal
      open
      title="新建流程"
      okText="新建并开始设计"
      cancelText="取消"
      confirmLoading={create.isPending}
      onOk={() => void form.submit()}
      onCancel={props.onClose}
    >
      <Form<NewFlow>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(flow) => create.press({ key: flow.key.trim(), name: flow.name.trim() })}
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
          label="流程名称"
          rules={[
            { required: true, whitespace: true, message: '请填写流程名称，例如：延期申请' },
            { max: 100, message: '名称最多 100 个字' },
          ]}
        >
          <Input autoFocus placeholder="例如：延期申请" />
        </Form.Item>
        <Form.Item
          name="key"
          label="代号"
          extra="小写字母开头，用小写字母、数字和短横线，建好后不能改。"
          rules={[
            { required: true, message: '请填写代号，例如：extension' },
            {
              pattern: /^[a-z][a-z0-9-]{1,62}$/,
              message: '代号以小写字母开头，只用小写字母、数字和短横线，2 到 63 个字符',
            },
          ]}
        >
          <Input placeholder="例如：extension" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
