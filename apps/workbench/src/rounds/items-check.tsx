import { useContext, type ReactNode } from 'react';
import { Button } from 'antd';
import { isFileAnchor, roundDifference, type ItemAnchor, type JsonObject } from '@chengban/domain';
import type { FormDefinition, ReturnItem, Round } from '@chengban/web';
import { ItemChange } from './item-change';
import { ItemEditor } from './item-editor';
import { ItemLine } from './item-line';
import { NotedItemLine } from './noted-item';
import { filesOf, placeWords } from './place-words';
import { ReviewDraftContext, type ReviewDraft } from './review-draft';

interface Props {
  rounds: readonly Round[];
  form: FormDefinition;
}

const isUnsettled = ({ state }: ReturnItem): boolean => state === 'open' || state === 'answered';

/** 逐条核对: each item of earlier returns with its answer and with what became of the place that it pointed at. */
export function ItemsCheck({ rounds, form }: Props): ReactNode {
  const review = useContext(ReviewDraftContext);
  const newest = rounds.at(-1);
  const items = rounds.slice(0, -1).flatMap((round) => round.items.filter(isUnsettled));
  if (!newest || items.length === 0) return null;
  const answered = items.filter(({ answer }) => answer).length;
  return (
    <section className="items-block" aria-label="逐条核对">
      <h3>
        退回时指出的 {items.length} 条问题，已回应 {answered} 条
      </h3>
      {items.map((item) => (
        <ItemLine key={item.id} item={item} place={placeWords(item.anchor, form, filesOf(rounds))}>
          <ItemChange item={item} rounds={rounds} form={form} />
          {review && <Verdict item={item} review={review} newest={newest} rounds={rounds} form={form} />}
        </ItemLine>
      ))}
    </section>
  );
}

const plain = ({ data, evidence }: Round) => ({ data: data as JsonObject, evidence });

interface VerdictProps extends Props {
  item: ReturnItem;
  review: ReviewDraft;
  newest: Round;
}

/** The reviewer holds it to be done with, or asks again; neither is sent before the verdict. */
function Verdict({ item, review, newest, rounds, form }: VerdictProps): ReactNode {
  const again = review.noted.find(({ carries }) => carries === item.id);
  const editing = `carry:${item.id}`;
  if (again)
    return <NotedItemLine item={again} review={review} place={placeWords(item.anchor, form, filesOf(rounds))} />;
  if (review.editing === editing)
    return (
      <ItemEditor
        initial={item.text}
        onCancel={() => review.edit(null)}
        onSave={(text) => {
          const anchor = anchorNow(item, rounds, newest);
          review.note({ text, carries: item.id, ...(anchor && { anchor }) });
        }}
      />
    );
  const isResolved = review.resolved.includes(item.id);
  return (
    <div className="item-buttons">
      <Button
        size="small"
        type={isResolved ? 'primary' : 'default'}
        aria-pressed={isResolved}
        onClick={() => review.resolve(item.id, !isResolved)}
      >
        已解决
      </Button>
      <Button size="small" onClick={() => review.edit(editing)}>
        再次提出
      </Button>
    </div>
  );
}

/** The same place in the newest round: a file may have been replaced, and an item may point only at what is there. */
function anchorNow({ anchor, roundNo }: ReturnItem, rounds: readonly Round[], newest: Round): ItemAnchor | null {
  if (!anchor || !isFileAnchor(anchor)) return anchor;
  const first = rounds.find(({ no }) => no === roundNo);
  const parts = first ? roundDifference(plain(first), plain(newest)).files : [];
  const part = parts.find((each) => 'before' in each && each.before.id === anchor.evidenceId);
  return part && 'after' in part ? { evidenceId: part.after.id } : null;
}
