import type { ReactNode } from 'react';
import { Form } from 'antd';
import { useSession, type Offer, type TaskPage } from '@chengban/web';
import type { Act } from '../handling/use-verb';
import { ChoiceFields, choiceDefaults, chosenOf } from './choice-fields';
import { idsOf, namesOf, PersonChooser } from './person-chooser';
import { ReturnFields, returnDefaults, returnTo } from './return-fields';
import { SheetForm, type SheetValues, type WordsField } from './sheet-form';
import { AddSignerFields, removableSigners, RemoveSignerFields, SIGNER_DEFAULTS } from './signer-fields';
import type { Sheets } from './use-sheets';

export interface TaskSheetProps {
  task: TaskPage;
  offer: Offer;
  sheets: Sheets;
  busy: boolean;
  onAct: (act: Act) => void;
  onSubmit: (chosen?: Record<string, string[]>) => void;
  onBack?: () => void;
}

const reason = (label: string, placeholder: string, phrases = false): WordsField => ({
  name: 'reason',
  label,
  required: true,
  placeholder,
  phrases,
});

/** What each verb of a task asks for before it is sent. */
export function TaskSheet({ task, offer, sheets, busy, onAct, onSubmit, onBack }: TaskSheetProps): ReactNode {
  const { person } = useSession();
  const { verb, label } = offer;
  const common = { verb, label, sheets, busy, ...(onBack && { onBack }) };
  const said = (values: SheetValues, name: string): string => String(values[name] ?? '');
  switch (verb) {
    case 'submit':
      return (
        <SheetForm
          {...common}
          help="后续环节由您选办理人，选好再报送。"
          initial={choiceDefaults(task)}
          onConfirm={(values) => onSubmit(chosenOf(values))}
        >
          <ChoiceFields task={task} faults={sheets.faults} />
        </SheetForm>
      );
    case 'approve':
      return (
        <SheetForm
          {...common}
          words={{
            name: 'opinion',
            label: '审核意见（可不填）',
            required: false,
            placeholder: '同意。',
            phrases: true,
          }}
          onConfirm={(values) => {
            const opinion = said(values, 'opinion');
            onAct({ verb, ...(opinion && { opinion }) });
          }}
        />
      );
    case 'return':
      return (
        <SheetForm
          {...common}
          danger
          words={reason('退回原因', '请写明需要补充或修改什么，对方会看到', true)}
          initial={returnDefaults(offer)}
          below={<ReturnFields offer={offer} />}
          onConfirm={(values) => onAct({ verb, reason: said(values, 'reason'), ...returnTo(offer, values) })}
        />
      );
    case 'reject':
      return (
        <SheetForm
          {...common}
          danger
          help="不予通过以后，这件事项就此结束。只是要求补正的，请用“退回”。"
          words={reason('理由', '请写明为什么不予通过，对方会看到', true)}
          onConfirm={(values) => onAct({ verb, reason: said(values, 'reason') })}
        />
      );
    case 'transfer':
    case 'delegate':
      return (
        <SheetForm
          {...common}
          help={
            verb === 'transfer'
              ? `转办以后由对方办理，您不再办理。${task.purpose === 'draft' ? '只能转给本单位的人。' : ''}`
              : '对方写好意见回复后，仍由您作决定。'
          }
          words={
            verb === 'transfer'
              ? reason('原因', '为什么转给对方，会记入流转记录')
              : { name: 'reason', label: '要对方看什么（可不填）', required: false, placeholder: '请核对培训人数。' }
          }
          onConfirm={(values) =>
            onAct({
              verb,
              toId: idsOf(values.toId)[0] ?? '',
              reason: said(values, 'reason'),
              who: namesOf(values.toId),
            })
          }
        >
          <Form.Item
            name="toId"
            label={verb === 'transfer' ? '转给谁' : '委派给谁'}
            rules={[{ required: true, type: 'array', min: 1, message: '请选一个人' }]}
          >
            <PersonChooser taskId={task.id} transfer />
          </Form.Item>
        </SheetForm>
      );
    case 'reply':
      return (
        <SheetForm
          {...common}
          words={{ name: 'opinion', label: '意见', required: true, placeholder: '写给委派您的人', phrases: true }}
          onConfirm={(values) => onAct({ verb, opinion: said(values, 'opinion') })}
        />
      );
    case 'addSigner':
      return (
        <SheetForm
          {...common}
          initial={SIGNER_DEFAULTS}
          words={{
            name: 'reason',
            label: '请他们看什么（可不填）',
            required: false,
            placeholder: '请对涉法内容把关。',
          }}
          onConfirm={(values) => {
            const why = said(values, 'reason');
            const how = { side: said(values, 'side'), mode: said(values, 'mode') };
            onAct({ verb, ...how, personIds: idsOf(values.personIds), ...(why && { reason: why }) });
          }}
        >
          <AddSignerFields taskId={task.id} />
        </SheetForm>
      );
    case 'removeSigner': {
      const signers = removableSigners(task.sitting, person.id);
      return (
        <SheetForm
          {...common}
          initial={{ seat: signers[0]?.seat }}
          words={reason('原因', '为什么不再请他办理，会记入流转记录')}
          onConfirm={(values) => onAct({ verb, seat: Number(values.seat), reason: said(values, 'reason') })}
        >
          <RemoveSignerFields signers={signers} />
        </SheetForm>
      );
    }
    default:
      return null;
  }
}
