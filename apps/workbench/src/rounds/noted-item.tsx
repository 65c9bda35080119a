import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { ItemEditor } from './item-editor';
import type { NotedItem, ReviewDraft } from './review-draft';

/** An item that is noted down and not yet sent: it can still be changed and taken back. */
export function NotedItemLine({
  item,
  review,
  place,
}: {
  item: NotedItem;
  review: ReviewDraft;
  place: string;
}): ReactNode {
  const [changing, setChanging] = useState(false);
  if (changing)
    return (
      <ItemEditor
        initial={item.text}
        onCancel={() => setChanging(false)}
        onSave={(text) => {
          review.change(item.key, text);
          setChanging(false);
        }}
      />
    );
  return (
    <div className="item" role="note" aria-label={`已记下的问题：${place}`}>
      <p className="item-head">
        <span className="item-word">问题</span>
        <span className="item-place">{place}</span>
        <small>退回时一并发出</small>
      </p>
      <p className="item-text">{item.text}</p>
      <div className="item-buttons">
        <Button size="small" onClick={() => setChanging(true)}>
          修改
        </Button>
        <Button size="small" onClick={() => review.drop(item.key)}>
          删去
        </Button>
      </div>
    </div>
  );
}
