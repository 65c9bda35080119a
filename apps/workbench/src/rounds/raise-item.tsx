import type { ReactNode } from 'react';
import { Button } from 'antd';
import { FlagOutlined } from '@ant-design/icons';
import { anchorKey, isFileAnchor, type ItemAnchor } from '@chengban/domain';
import type { FormDefinition, Round } from '@chengban/web';
import { ItemEditor } from './item-editor';
import { NotedItemLine } from './noted-item';
import { placeWords } from './place-words';
import { useReviewOf } from './review-draft';

interface Props {
  round: Round;
  form: FormDefinition;
  /** absent: about the round as a whole */
  anchor?: ItemAnchor;
}

/** 指出问题: opens the sheet for an item at this field or file. */
export function RaiseButton({ round, form, anchor }: Props): ReactNode {
  const review = useReviewOf(round.no);
  if (!review) return null;
  const place = placeWords(anchor ?? null, form, round.evidence);
  return (
    <Button
      type="link"
      size="small"
      className="raise"
      icon={<FlagOutlined aria-hidden />}
      aria-label={`指出问题：${place}`}
      onClick={() => review.edit(anchorKey(anchor))}
    >
      {anchor ? '指出问题' : '指出其他问题'}
    </Button>
  );
}

/** 指出其他问题: about the round as a whole. */
export function RaiseOther({ round, form }: Omit<Props, 'anchor'>): ReactNode {
  const review = useReviewOf(round.no);
  if (!review || review.editing === anchorKey(undefined)) return null;
  return (
    <p className="raise-other">
      <RaiseButton round={round} form={form} />
    </p>
  );
}

/** What was noted down at this field or file, with the sheet while one is being written. */
export function NotedHere({ round, form, anchor }: Props): ReactNode {
  const review = useReviewOf(round.no);
  if (!review) return null;
  const here = review.noted.filter(({ carries, anchor: at }) => !carries && isWithin(at, anchor));
  return (
    <>
      {here.map((item) => (
        <NotedItemLine
          key={item.key}
          item={item}
          review={review}
          place={placeWords(item.anchor ?? null, form, round.evidence)}
        />
      ))}
      {review.editing === anchorKey(anchor) && (
        <ItemEditor
          field={anchor && !isFileAnchor(anchor) ? anchor.field : undefined}
          form={form}
          round={round}
          onCancel={() => review.edit(null)}
          onSave={(text, cell) => review.note({ text, ...((cell ?? anchor) && { anchor: cell ?? anchor }) })}
        />
      )}
    </>
  );
}

/** A cell stands at its table. */
const isWithin = (at: ItemAnchor | undefined, anchor: ItemAnchor | undefined): boolean =>
  at && anchor && !isFileAnchor(at) && !isFileAnchor(anchor)
    ? at.field === anchor.field
    : anchorKey(at) === anchorKey(anchor);
