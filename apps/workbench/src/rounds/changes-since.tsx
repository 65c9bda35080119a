import type { ReactNode } from 'react';
import { roundDifference, type JsonObject } from '@chengban/domain';
import { fieldsOf, useSession, type FormDefinition, type Round } from '@chengban/web';
import { CompareButton } from './compare-button';
import { fileWord } from './file-changes';

/** The round to compare the newest with: the last one that this person returned, else the one before. */
export function useBaseline(rounds: readonly Round[]): Round | undefined {
  const { person } = useSession();
  const earlier = rounds.slice(0, -1);
  return earlier.findLast((round) => isReturnedBy(round, person.id)) ?? earlier.at(-1);
}

/** Whoever took a round back has decided it too. */
const isReturnedBy = ({ outcome, decidedBy }: Round, personId: string): boolean =>
  outcome === 'returned' && decidedBy?.id === personId;

/** What changed since the round that was returned, said at once above what was handed in. */
export function ChangesSince({ rounds, form }: { rounds: readonly Round[]; form: FormDefinition }): ReactNode {
  const { person } = useSession();
  const baseline = useBaseline(rounds);
  const newest = rounds.at(-1);
  if (!baseline || !newest) return null;
  const { fields, files } = roundDifference(plain(baseline), plain(newest));
  const names = fieldsOf(form)
    .filter(({ name }) => Object.hasOwn(fields, name))
    .map(({ label }) => label);
  const changed = files.filter(({ op }) => op !== 'same');
  return (
    <section className="changes-since" aria-label="与上次相比">
      <div className="changes-since-head">
        <strong>
          与第 {baseline.no} 轮{isReturnedBy(baseline, person.id) ? '（您退回的一轮）' : ''}相比
        </strong>
        <CompareButton rounds={rounds} form={form} from={baseline.no} to={newest.no} />
      </div>
      {names.length + changed.length === 0 && <p>内容和材料都没有变化。</p>}
      {names.length > 0 && <p>修改了：{names.join('、')}</p>}
      {changed.length > 0 && (
        <p>
          佐证材料：
          {changed
            .map((part) => `${fileWord(part)}“${'after' in part ? part.after.fileName : part.before.fileName}”`)
            .join('、')}
        </p>
      )}
    </section>
  );
}

const plain = ({ data, evidence }: Round) => ({ data: data as JsonObject, evidence });
