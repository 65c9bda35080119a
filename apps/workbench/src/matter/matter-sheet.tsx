import type { ReactNode } from 'react';
import { Form, Radio } from 'antd';
import type { Offer } from '@chengban/web';
import type { MatterAct } from '../queries/matter';
import { SheetForm, type WordsField } from '../verbs/sheet-form';
import type { Sheets } from '../verbs/use-sheets';

interface Props {
  offer: Offer;
  sheets: Sheets;
  busy: boolean;
  refusal: string | null;
  onAct: (act: MatterAct) => void;
  onBack: () => void;
}

const REASONED: Partial<Record<Offer['verb'], { help: string; placeholder: string; danger?: true }>> = {
  withdraw: { help: '收回您最近一次办理，回到您手里再改。', placeholder: '为什么撤回，会记入流转记录' },
  cancel: { help: '整件事项停办，已报送的内容仍然保留。', placeholder: '为什么撤销，会通知正在办理的人', danger: true },
  terminate: {
    help: '事项就此结束，所有待办取消；记录和附件都保留。',
    placeholder: '为什么终止，会通知正在办理的人',
    danger: true,
  },
  reopen: { help: '从头再办一轮，以前各轮保持原样。', placeholder: '为什么重开，会通知责任单位' },
};

/** What each verb of a matter asks for before it is sent. */
export function MatterSheet({ offer, sheets, busy, refusal, onAct, onBack }: Props): ReactNode {
  const { verb, label } = offer;
  const common = { verb, label, sheets, busy, refusal, onBack };
  if (verb === 'withdraw' || verb === 'cancel' || verb === 'terminate' || verb === 'reopen') {
    const { help, placeholder, danger } = REASONED[verb] ?? { help: '', placeholder: '' };
    return (
      <SheetForm
        {...common}
        help={help}
        danger={danger}
        words={reason(placeholder)}
        onConfirm={(values) => onAct({ verb, reason: String(values.reason) })}
      />
    );
  }
  if (verb === 'urge')
    return (
      <SheetForm
        {...common}
        help="提醒现在该办理的人；第二次催办时，同时告知他的领导。"
        words={{ name: 'text', label: '附一句话（可不填）', required: false, placeholder: '请尽快办理。' }}
        onConfirm={({ text }) => onAct({ verb, ...(text ? { text: String(text) } : {}) })}
      />
    );
  if (verb === 'reroute')
    return (
      <SheetForm
        {...common}
        confirm="提出调度"
        help="提出以后，由另一位流程管理员确认才会执行。"
        words={reason('为什么调度，会记入流转记录')}
        initial={{ token: offer.moves?.[0]?.token }}
        onConfirm={(values) =>
          onAct({
            verb,
            token: Number(values.token ?? offer.moves?.[0]?.token),
            to: String(values.to),
            reason: String(values.reason),
          })
        }
      >
        <MoveFields moves={offer.moves ?? []} />
      </SheetForm>
    );
  return null;
}

const reason = (placeholder: string): WordsField => ({ name: 'reason', label: '原因', required: true, placeholder });

/** 调度: which of the steps that wait, if there are several, and where to. */
function MoveFields({ moves }: { moves: NonNullable<Offer['moves']> }): ReactNode {
  const token = Form.useWatch<number | undefined>('token') ?? moves[0]?.token;
  const move = moves.find((one) => one.token === token);
  return (
    <>
      {moves.length > 1 ? (
        <Form.Item name="token" label="现在停在">
          <Radio.Group options={moves.map((one) => ({ value: one.token, label: one.name }))} />
        </Form.Item>
      ) : (
        <p className="verb-sheet-help">现在停在“{move?.name}”。</p>
      )}
      {move && move.to.length > 0 ? (
        <Form.Item name="to" label="调到哪个环节" rules={[{ required: true, message: '请选一个环节' }]}>
          <Radio.Group options={move.to.map(({ nodeId, name }) => ({ value: nodeId, label: name }))} />
        </Form.Item>
      ) : (
        <p className="verb-sheet-help">现在没有可以调到的环节：调过去流程会停住或者重复办理。</p>
      )}
    </>
  );
}
