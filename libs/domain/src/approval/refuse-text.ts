import type { Refusal } from '../shared/refusal.js';
import type { Act } from './act.js';
import * as refusals from './refusals.js';

/** Longest reason or opinion, in characters. */
export const MAX_TEXT = 2_000;

/** Why the words that go with an act will not do, or null. */
export function refuseText(act: Act): Refusal | null {
  if ('reason' in act || REASONED.has(act.verb)) {
    const length = lengthOf('reason' in act ? act.reason : undefined);
    if (length < 2 && REASONED.has(act.verb)) return refusals.reasonRequired(act.verb);
    if (length > MAX_TEXT) return refusals.textTooLong('reason', MAX_TEXT);
  }
  const opinion = 'opinion' in act ? act.opinion : 'text' in act ? act.text : undefined;
  if (act.verb === 'reply' && lengthOf(opinion) < 1) return refusals.opinionRequired();
  return lengthOf(opinion) > MAX_TEXT ? refusals.textTooLong('opinion', MAX_TEXT) : null;
}

const REASONED: ReadonlySet<string> = new Set<Act['verb']>([
  'return',
  'reject',
  'transfer',
  'removeSigner',
  'withdraw',
  'cancel',
  'terminate',
  'reopen',
  'reroute',
  'handOver',
]);

const lengthOf = (text: string | undefined): number => (text ?? '').trim().length;
