import type { ReactNode } from 'react';
import { Form, Select } from 'antd';
import type { NotificationChoice } from '@chengban/web';

const paces = (now: string) => [
  { value: 'now', label: now },
  { value: 'digest', label: '每日汇总' },
  { value: 'off', label: '不提醒' },
];
const IN_APP = paces('立即');
const MAIL_URGENT = paces('立即');
const MAIL = paces('几分钟内合成一封');

/** Every kind of message with how it is told, in the bell and by mail. */
export function ChoiceList({ categories }: { categories: readonly NotificationChoice[] }): ReactNode {
  return (
    <ul className="choice-list">
      <li className="choice-head" aria-hidden>
        <span />
        <span>站内</span>
        <span>邮件</span>
      </li>
      {categories.map(({ category, name, help, urgent }) => (
        <li key={category}>
          <div>
            <strong>{name}</strong>
            <p>{help}</p>
          </div>
          <Form.Item name={['choices', category, 'inApp']} noStyle>
            <Select aria-label={`${name}：站内`} options={IN_APP} />
          </Form.Item>
          <Form.Item name={['choices', category, 'mail']} noStyle>
            <Select aria-label={`${name}：邮件`} options={urgent ? MAIL_URGENT : MAIL} />
          </Form.Item>
        </li>
      ))}
    </ul>
  );
}
