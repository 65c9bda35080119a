import type { ObligationKind } from './obligation.js';

const FILING = /报[送请]?.*备案/u;

/**
 * The supervising unit's own results always take their own flow, whatever the words: it must not accept what it drafted.
 * 备案登记 is an activity, not a filing: only something 报…备案 is filed.
 */
export function obligationKind(words: { requirement: string; ownResult: boolean; progress: boolean }): ObligationKind {
  if (words.ownResult) return 'bureauOwn';
  if (words.progress) return 'progress';
  return FILING.test(words.requirement) ? 'filing' : 'stageResult';
}
