import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useCountPick, useChangePhrase, usePhrases } from '../queries/phrases';
import { PhraseManager } from './phrase-manager';
import './phrases.css';

/** As many as stand in two lines. */
const SHOWN = 5;

interface Props {
  /** what stands in the field now, to be kept as a phrase */
  read: () => string;
  onPick: (text: string) => void;
  /** a dialog is open over the sheet, which must not close meanwhile */
  onManaging?: (managing: boolean) => void;
}

/** 常用意见 below a field: a pick goes to the caret, what was written can be kept, and the list be looked after. */
export function PhraseBar({ read, onPick, onManaging }: Props): ReactNode {
  const phrases = usePhrases();
  const countPick = useCountPick();
  const keep = useChangePhrase();
  const [all, setAll] = useState(false);
  const [managing, setManaging] = useState(false);
  const manage = (open: boolean): void => {
    setManaging(open);
    onManaging?.(open);
  };
  const items = phrases.data?.items ?? [];
  const shown = all ? items : items.slice(0, SHOWN);
  const save = (): void => {
    const text = read().trim();
    if (text) keep.press({ kind: 'add', text });
  };
  return (
    <div className="phrase-bar" role="group" aria-label="常用意见">
      <ul>
        {shown.map((phrase) => (
          <li key={phrase.id}>
            <Button
              size="small"
              title={phrase.text}
              onClick={() => {
                onPick(phrase.text);
                countPick(phrase.id);
              }}
            >
              <span className="phrase-text">{phrase.text}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="phrase-acts">
        {items.length > SHOWN && (
          <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? '收起' : `全部 ${items.length} 条`}
          </Button>
        )}
        <Button type="link" size="small" loading={keep.isPending} onClick={save}>
          把所写存为常用
        </Button>
        <Button type="link" size="small" onClick={() => manage(true)}>
          管理
        </Button>
      </div>
      <PhraseManager open={managing} onClose={() => manage(false)} />
    </div>
  );
}
