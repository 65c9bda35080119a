import type { ReactNode } from 'react';
import {
  formatInstant,
  roundOutcomes,
  SchemaValues,
  useFormSources,
  WordMark,
  type FormDefinition,
  type Round,
} from '@chengban/web';
import { ItemLine } from '../rounds/item-line';
import { placeWords } from '../rounds/place-words';
import { NotedHere, RaiseButton, RaiseOther } from '../rounds/raise-item';
import { EvidenceList } from './evidence-list';
import './round-view.css';

interface Props {
  round: Round;
  /** the round before, so that what changed is said */
  before?: Round;
  form: FormDefinition;
}

/** One round: what was reported, with which files, and the decision. Rounds never change. */
export function RoundView({ round, before, form }: Props): ReactNode {
  const { reviewFields } = useFormSources();
  return (
    <article className="round" aria-label={`第 ${round.no} 轮报送`}>
      <header>
        <h3>第 {round.no} 轮</h3>
        <WordMark value={roundOutcomes[round.outcome]} />
        <span className="number">
          {round.submittedBy.name} 报送于 {formatInstant(round.submittedAt)}
        </span>
      </header>
      {round.outcome === 'returned' && <Decision round={round} word="退回原因" tone="amber" />}
      {round.outcome === 'approved' && round.decidedAt && <Decision round={round} word="审核意见" tone="green" />}
      {round.items.map((item) => (
        <ItemLine key={item.id} item={item} place={placeWords(item.anchor, form, round.evidence)} />
      ))}
      <SchemaValues
        definition={form}
        data={round.data}
        before={before?.data}
        without={reviewFields}
        beside={(anchor) => <RaiseButton round={round} form={form} anchor={anchor} />}
        below={(anchor) => <NotedHere round={round} form={form} anchor={anchor} />}
      />
      <h4>佐证材料（{round.evidence.length}）</h4>
      {round.evidence.length ? (
        <EvidenceList
          evidence={round.evidence}
          action={({ id }) => <RaiseButton round={round} form={form} anchor={{ evidenceId: id }} />}
          below={({ id }) => <NotedHere round={round} form={form} anchor={{ evidenceId: id }} />}
        />
      ) : (
        <p className="number">本轮没有佐证材料。</p>
      )}
      <NotedHere round={round} form={form} />
      <RaiseOther round={round} form={form} />
      {round.reviews.map((review, index) => (
        <ReviewValues key={index} review={review} form={form} />
      ))}
    </article>
  );
}

/** What a reviewer wrote into the form, beside the round and not in it. */
function ReviewValues({ review, form }: { review: Round['reviews'][number]; form: FormDefinition }): ReactNode {
  const others = Object.keys(form.schema.properties).filter((name) => !Object.hasOwn(review.data, name));
  return (
    <section aria-label={`${review.by.name} 填写的内容`}>
      <h4>
        审核填写{' '}
        <small className="number">
          {review.by.name} · {formatInstant(review.at)}
        </small>
      </h4>
      <SchemaValues definition={form} data={review.data} without={others} />
    </section>
  );
}

function Decision({ round, word, tone }: { round: Round; word: string; tone: string }): ReactNode {
  return (
    <div className={`decision decision-${tone}`}>
      <strong>{word}</strong>
      <p>{round.reason || '同意。'}</p>
      <small>
        {round.decidedBy?.name ?? '系统'} · {formatInstant(round.decidedAt)}
      </small>
    </div>
  );
}
