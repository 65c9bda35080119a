import type { ReactNode } from 'react';
import { Button, Space } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import type { Offer, TaskPage, Verb } from '@chengban/web';
import { TaskSheet, type TaskSheetProps } from '../verbs/task-sheet';
import type { Sheets } from '../verbs/use-sheets';
import { VerbButton } from '../verbs/verb-button';
import { VerbMenu } from '../verbs/verb-menu';
import { arranged, shownInBar } from '../verbs/arranged';
import { RefusableButton } from './refusable-button';
import type { Act } from './use-verb';
import '../verbs/verbs.css';

interface Props {
  task: TaskPage;
  sheets: Sheets;
  busy: Act['verb'] | null;
  /** at the left: whether the draft is safe */
  note: ReactNode;
  onSave: () => void;
  onSubmit: (chosen?: Record<string, string[]>) => void;
  onAct: (act: Act) => void;
}

const MAIN: ReadonlySet<Verb> = new Set<Verb>(['submit', 'approve', 'reply']);

/** The bar at the bottom: exactly the verbs that the API offers, refused ones with their reason. */
export function VerbBar({ task, sheets, busy, note, onSave, onSubmit, onAct }: Props): ReactNode {
  const { bar, more } = arranged(shownInBar(task.offers));
  const sheetOf = (offer: Offer, extra?: Partial<TaskSheetProps>): ReactNode => (
    <TaskSheet {...{ task, offer, sheets, onAct, onSubmit }} busy={busy === offer.verb} {...extra} />
  );
  const button = (offer: Offer): ReactNode => {
    const { verb } = offer;
    if (verb === 'save') return <RefusableButton offer={offer} size="large" onPress={onSave} />;
    if (verb === 'claim' || verb === 'release')
      return <RefusableButton offer={offer} size="large" loading={busy === verb} onPress={() => onAct({ verb })} />;
    if (verb === 'submit' && task.choices.length === 0)
      return (
        <RefusableButton offer={offer} size="large" type="primary" loading={busy === verb} onPress={() => onSubmit()} />
      );
    return (
      <VerbButton
        offer={offer}
        sheets={sheets}
        busy={busy === verb}
        danger={verb === 'return'}
        primary={MAIN.has(verb)}
      >
        {sheetOf(offer)}
      </VerbButton>
    );
  };
  return (
    <div className="verb-bar" role="toolbar" aria-label="办理操作">
      <div className="verb-note">{note}</div>
      <Space wrap>
        {more.length > 0 && (
          <VerbMenu
            name="more"
            label="更多操作"
            offers={more}
            sheets={sheets}
            placement="topRight"
            sheetOf={(offer) => sheetOf(offer, { onBack: () => sheets.show('more') })}
          >
            <Button
              size="large"
              icon={<DownOutlined aria-hidden />}
              iconPlacement="end"
              aria-haspopup="dialog"
              aria-expanded={sheets.open === 'more' || more.some(({ verb }) => verb === sheets.open)}
            >
              更多
            </Button>
          </VerbMenu>
        )}
        {bar.map((offer) => (
          <span key={offer.verb}>{button(offer)}</span>
        ))}
      </Space>
    </div>
  );
}
