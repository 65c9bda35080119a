import type { Standing } from '@chengban/domain';
import type { HistoryItem } from './history.read-model.js';

const DECIDING: ReadonlySet<string> = new Set(['submit', 'approve', 'reject']);
/** What can undo an earlier decision. */
const UNDOING: ReadonlySet<string> = new Set(['return', 'reject', 'withdraw', 'confirmReroute', 'reopen']);

type Line = Pick<HistoryItem, 'seq' | 'at' | 'verb' | 'nodeId' | 'actor'>;

/**
 * Decisions that no longer count: something later has undone them, and they are in none of the sittings that the trail
 * keeps or that stand again when the work comes straight back. What nothing could have undone counts, so that matters
 * older than their trail are not painted as undone.
 */
export function undoneLines(
  lines: readonly Line[],
  { trail, sittings, asides }: Pick<Standing, 'trail' | 'sittings' | 'asides'>,
): ReadonlySet<number> {
  const steps = [...trail, ...asides.flatMap((aside) => (aside.direct ? aside.trail : []))];
  const kept = [...steps.flatMap(({ sitting }) => sitting ?? []), ...sittings].flatMap(({ nodeId, seats }) =>
    seats.flatMap(({ decision }) => (decision ? [keyOf(decision.verb, nodeId, decision.by, decision.at)] : [])),
  );
  const lastUndoing = lines.findLastIndex(({ verb }) => UNDOING.has(verb));
  const undone = new Set<number>();
  // from the newest, so that of two that look the same the later one is the one that is kept
  for (const [index, { seq, verb, nodeId, actor, at }] of [...lines.entries()].reverse()) {
    if (!DECIDING.has(verb)) continue;
    const place = kept.indexOf(keyOf(verb, nodeId, actor?.id, at.getTime()));
    if (place >= 0) kept.splice(place, 1);
    else if (index < lastUndoing) undone.add(seq);
  }
  return undone;
}

const keyOf = (verb: string, nodeId: string | null, by: string | undefined, at: number): string =>
  [verb, nodeId, by, at].join(' ');
