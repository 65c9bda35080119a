import type { HistoryEntry } from '@chengban/web';

/** Drafts saved along the way are no step of the matter. */
const UNTOLD: ReadonlySet<string> = new Set(['save']);
/** What did not bring the matter forward is not painted like what did. */
const BACKWARDS: ReadonlySet<string> = new Set([
  'return',
  'reject',
  'withdraw',
  'cancel',
  'terminate',
  'confirmReroute',
  'incident',
]);
/** What changed who is at work, or asked them to be, and moved nothing. */
const ASIDE: ReadonlySet<string> = new Set([
  'claim',
  'release',
  'transfer',
  'delegate',
  'reply',
  'addSigner',
  'removeSigner',
  'urge',
  'reroute',
  'dropReroute',
  'handOver',
  'unassigned',
]);

export const toldOf = (history: readonly HistoryEntry[]): HistoryEntry[] =>
  history.filter(({ verb }) => !UNTOLD.has(verb));

/** How a step is painted: forward, backward, beside the way, or undone later. */
export function lookOf({
  verb,
  counts,
}: Pick<HistoryEntry, 'verb' | 'counts'>): 'past' | 'returned' | 'aside' | 'undone' {
  if (!counts) return 'undone';
  if (BACKWARDS.has(verb)) return 'returned';
  return ASIDE.has(verb) ? 'aside' : 'past';
}
