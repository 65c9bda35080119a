import { useContext, type ReactNode } from 'react';
import { Input, Radio } from 'antd';
import { MAX_ITEM_TEXT } from '@chengban/domain';
import { formatInstant, type ReturnItem } from '@chengban/web';
import { AnswersContext, isAnswered, itemPlace } from './answers';
import { doneWords } from './item-line';
import './items.css';

const OPTIONS = (['changed', 'explained'] as const).map((value) => ({ value, label: doneWords[value] }));
const HINTS = { changed: '改了什么、改在哪里', explained: '为什么不用改，或者不能改' };

/** One item that waits for the unit's answer: 已修改 or 说明, and in words. @param place where the page does not show it */
export function AnswerField({ item, place }: { item: ReturnItem; place?: string }): ReactNode {
  const answers = useContext(AnswersContext);
  if (!answers) return null;
  const answer = answers.of(item.id);
  const missing = answers.missing.has(item.id) && !isAnswered(answer);
  const error = `${itemPlace(item.id)}-error`;
  return (
    <div
      id={itemPlace(item.id)}
      className="item"
      role="group"
      aria-label={`回应问题：${item.text}`}
      onBlur={answers.save}
    >
      <p className="item-head">
        <span className="item-word">问题</span>
        {place && <span className="item-place">{place}</span>}
        <small>
          {item.raisedBy.name} {formatInstant(item.raisedAt)}
        </small>
      </p>
      <p className="item-text">{item.text}</p>
      <div className="item-answer">
        <Radio.Group
          options={OPTIONS}
          value={answer.done}
          aria-label="怎样处理的"
          onChange={(event) => answers.set(item.id, { done: event.target.value as DoneWord })}
        />
        <Input.TextArea
          aria-label="回应"
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={MAX_ITEM_TEXT}
          value={answer.text}
          status={missing ? 'error' : undefined}
          aria-describedby={missing ? error : undefined}
          placeholder={HINTS[answer.done ?? 'changed']}
          onChange={(event) => answers.set(item.id, { text: event.target.value })}
        />
      </div>
      {missing && (
        <p id={error} className="item-error" role="alert">
          请选“已修改”或“说明”，并写明回应
        </p>
      )}
    </div>
  );
}

type DoneWord = (typeof OPTIONS)[number]['value'];
