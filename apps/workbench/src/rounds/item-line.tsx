import type { ReactNode } from 'react';
import { formatInstant, WordMark, type ReturnItem, type Word } from '@chengban/web';
import './items.css';

const itemStates: Record<ReturnItem['state'], Word> = {
  open: { word: '待回应', tone: 'amber' },
  answered: { word: '已回应', tone: 'blue' },
  resolved: { word: '已解决', tone: 'green' },
  carried: { word: '再次提出', tone: 'amber' },
};

export const doneWords = { changed: '已修改', explained: '说明' } as const;

/** One item with its answer, to be read. @param place where it points, where the page does not show it there */
export function ItemLine({
  item,
  place,
  children,
}: {
  item: ReturnItem;
  place?: string;
  children?: ReactNode;
}): ReactNode {
  const { answer } = item;
  return (
    <div className="item">
      <p className="item-head">
        <span className="item-word">问题</span>
        {place && <span className="item-place">{place}</span>}
        <WordMark value={itemStates[item.state]} />
        <small>
          {item.raisedBy.name} {formatInstant(item.raisedAt)}
        </small>
      </p>
      <p className="item-text">{item.text}</p>
      {answer && (
        <p className="item-answer">
          <span className="item-word">{doneWords[answer.done]}</span>
          {answer.text}{' '}
          <small>
            {answer.by.name} {formatInstant(answer.at)}
          </small>
        </p>
      )}
      {children}
    </div>
  );
}
