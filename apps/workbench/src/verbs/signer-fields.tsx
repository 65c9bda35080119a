import type { ReactNode } from 'react';
import { Form, Radio } from 'antd';
import type { Sitting } from '@chengban/web';
import { PersonChooser } from './person-chooser';

const SIDES = [
  { value: 'before', label: '在我之前', help: '他们办完，再由我决定' },
  { value: 'after', label: '在我之后', help: '我办完，再由他们办' },
  { value: 'beside', label: '和我一起', help: '同时办，都算数' },
];
const MODES = [
  { value: 'all', label: '会签', help: '都要同意' },
  { value: 'any', label: '或签', help: '一人即可' },
  { value: 'sequence', label: '依次', help: '按顺序一个一个办' },
];

/** 加签: who, on which side of me, and how they decide among themselves. */
export function AddSignerFields({ taskId }: { taskId: string }): ReactNode {
  const many = (Form.useWatch<unknown[] | undefined>('personIds')?.length ?? 0) > 1;
  return (
    <>
      <Form.Item
        name="personIds"
        label="请谁加签"
        rules={[{ required: true, type: 'array', min: 1, message: '请至少选一个人' }]}
      >
        <PersonChooser taskId={taskId} multiple max={50} />
      </Form.Item>
      <Form.Item name="side" label="什么时候办">
        <Radio.Group options={SIDES.map(radio)} />
      </Form.Item>
      <Form.Item name="mode" label="几个人怎样办" hidden={!many}>
        <Radio.Group options={MODES.map(radio)} />
      </Form.Item>
    </>
  );
}

export const SIGNER_DEFAULTS = { side: 'before', mode: 'all' };

const radio = ({ value, label, help }: (typeof SIDES)[number]) => ({
  value,
  label: (
    <>
      {label}
      <span className="choice-note">{help}</span>
    </>
  ),
});

/** Own added signers who have not acted: whom 减签 may take away. */
export function removableSigners(sitting: Sitting | null, personId: string): { seat: number; name: string }[] {
  return (sitting?.seats ?? [])
    .filter(
      ({ status, asked, delegations }) =>
        (status === 'open' || status === 'waiting') && asked?.byPerson.id === personId && delegations.length === 0,
    )
    .map(({ seat, who }) => ({ seat, name: who.map(({ name }) => name).join('、') }));
}

export function RemoveSignerFields({ signers }: { signers: readonly { seat: number; name: string }[] }): ReactNode {
  return (
    <Form.Item name="seat" label="减掉谁" rules={[{ required: true, message: '请选一个人' }]}>
      <Radio.Group options={signers.map(({ seat, name }) => ({ value: seat, label: name }))} />
    </Form.Item>
  );
}
