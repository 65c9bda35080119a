import type { ReactNode } from 'react';
import { Alert, Button, Modal, Typography } from 'antd';

export interface ShownSecret {
  name: string;
  secret: string;
}

/** The only sight of a secret: it is in no list and in no other answer. */
export function SecretDialog({ name, secret, onClose }: ShownSecret & { onClose: () => void }): ReactNode {
  return (
    <Modal
      open
      title={`“${name}”的密钥`}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          已经保存好，关闭
        </Button>
      }
    >
      <Alert
        type="warning"
        showIcon
        title="密钥只显示这一次"
        description="请现在复制，交给对方系统保存。关闭后再也看不到，只能换一个新的。"
      />
      <Typography.Paragraph className="webhook-secret" copyable={{ text: secret, tooltips: ['复制密钥', '已复制'] }}>
        <code>{secret}</code>
      </Typography.Paragraph>
      <p className="quiet">对方用它核对每条消息的签名，办法见文档“消息通知”。</p>
    </Modal>
  );
}
