import type { ReactNode } from 'react';
import type { FormDefinition, Round } from '@chengban/web';
import { CompareButton } from '../rounds/compare-button';
import { RoundView } from './round-view';

/** Every round, the newest first, each compared with the one before it. */
export function Rounds({ rounds, form }: { rounds: Round[]; form: FormDefinition }): ReactNode {
  const byNo = new Map(rounds.map((round) => [round.no, round]));
  const newestFirst = [...rounds].sort((a, b) => b.no - a.no);
  const [newest, previous] = newestFirst;
  return (
    <>
      {newest && previous && (
        <div className="rounds-tools">
          <CompareButton rounds={rounds} form={form} from={previous.no} to={newest.no} />
        </div>
      )}
      {newestFirst.map((round) => (
        <RoundView key={round.no} round={round} before={byNo.get(round.no - 1)} form={form} />
      ))}
    </>
  );
}
