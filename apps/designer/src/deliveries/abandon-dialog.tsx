import { type ReactNode } from 'react';
import { Form, Input, Modal } from 'antd';
import type { Delivery } from '@chengban/web';
import { namedInFull } from './delivery-outcome.js';

interface AbandonDialogProps {
  delivery: Delivery;
  busy: boolean;
  onAbandon: (reason: string) => void;
  onClose: () => void;
}

/** 放弃: why nobody needs the message any more. */
export function AbandonDialog({ delivery, busy, onAbandon, onClose }: AbandonDialogProps): ReactNode {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title="放弃投递"
      okText="放弃投递"
      okButtonProps={{ danger: true }}
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => void form.submit()}
      onCancel={onClose}
    >
      <p>{namedInFull(delivery)}</p>
      <p className="quiet">放弃后不再自动投递。理由和放弃的人会保留，以后仍可以重新投递。</p>
      <Form<{ reason: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => onAbandon(reason.trim())}
      >
        <Form.Item
          name="reason"
          label="理由"
          rules={[
            { required: true, whitespace: true, message: '请写明为什么放弃，例如：当事人已撤回申请' },
            {
              validator: (_, text?: string) =>
                (text ?? '').trim().length === 1
                  ? Promise.reject(new Error('请写明为什么放弃，至少两个字'))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={500} placeholder="例如：当事人已撤回申请" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
