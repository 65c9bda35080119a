import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, Form, Input, Popover } from 'antd';
import type { Offer } from '@chengban/web';
import { PhraseBar } from '../phrases/phrase-bar';
import { usePhraseField } from '../phrases/use-phrase-field';
import { RefusableButton } from './refusable-button';

const MAX = 2000;

interface Props {
  offer: Offer;
  /** 退回 needs a reason, 同意 may carry an opinion */
  field: { label: string; required: boolean; placeholder: string };
  danger?: boolean;
  primary?: boolean;
  busy: boolean;
  onConfirm: (text: string) => void;
}

/** A verb that opens a small sheet above the bar: what it will say, and a second press that sends it. */
export function OpinionPopover({ offer, field, danger, primary, busy, onConfirm }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ text?: string }>();
  const [managing, setManaging] = useState(false);
  const read = (): string => (form.getFieldValue('text') as string | undefined) ?? '';
  const { area: input, insert } = usePhraseField({ read, write: (text) => form.setFieldValue('text', text) });
  const close = (): void => setOpen(false);
  if (!offer.allowed) return <RefusableButton offer={offer} size="large" onPress={() => undefined} />;
  const finish = ({ text = '' }: { text?: string }): void => {
    close();
    onConfirm(text.trim());
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  const sheet = (
    <div role="dialog" aria-label={offer.label}>
      <Form
        form={form}
        layout="vertical"
        onFinish={finish}
        onKeyDown={keys}
        className="opinion-sheet"
        requiredMark={field.required}
        validateTrigger="onSubmit"
      >
        <Form.Item
          name="text"
          label={field.label}
          rules={
            field.required
              ? [{ required: true, whitespace: true, min: 2, message: `请填写${field.label}，至少 2 个字` }]
              : []
          }
        >
          <Input.TextArea
            ref={input}
            autoSize={{ minRows: 4, maxRows: 10 }}
            maxLength={MAX}
            showCount
            placeholder={field.placeholder}
          />
        </Form.Item>
        <PhraseBar read={read} onPick={insert} onManaging={setManaging} />
        <div className="opinion-buttons">
          <Button onClick={close}>取消</Button>
          <Button type="primary" danger={danger} htmlType="submit">
            确认{offer.label}
          </Button>
        </div>
      </Form>
    </div>
  );
  return (
    <Popover
      trigger="click"
      placement="topRight"
      open={open}
      // a click in the dialog over the sheet is none beside the sheet
      onOpenChange={(next) => !managing && setOpen(next)}
      afterOpenChange={(shown) => shown && input.current?.focus()}
      content={sheet}
    >
      <Button
        size="large"
        type={primary ? 'primary' : 'default'}
        danger={danger}
        loading={busy}
        aria-expanded={open}
        aria-haspopup="dialog"
      >
        {offer.label}
      </Button>
    </Popover>
  );
}
