import type { ReactNode } from 'react';
import { formatInstant, roundOutcomes, SchemaValues, WordMark, type FormDefinition, type Round } from '@chengban/web';
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
      <SchemaValues definition={form} data={round.data} before={before?.data} />
      <h4>佐证材料（{round.evidence.length}）</h4>
      {round.evidence.length ? (
        <EvidenceList evidence={round.evidence} />
      ) : (
        <p className="number">本轮没有佐证材料。</p>
      )}
    </article>
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
