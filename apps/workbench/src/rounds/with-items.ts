import type { Act } from '../handling/use-verb';
import type { ReviewDraft } from './review-draft';

/** The act with what the reviewer noted down; a text where it cannot be sent like this. */
export function withItems(act: Act, review: ReviewDraft | null): Act | string {
  if (!review || (act.verb !== 'return' && act.verb !== 'approve')) return act;
  const { noted, resolved } = review;
  const settled = resolved.length > 0 && { resolved: [...resolved] };
  if (act.verb === 'return') {
    const items = noted.map(({ text, anchor, carries }) => ({
      text,
      ...(anchor && { anchor }),
      ...(carries && { carries }),
    }));
    return { ...act, ...(items.length > 0 && { items }), ...settled };
  }
  if (noted.length > 0) return `您记下了 ${noted.length} 条问题，只有退回时才会发出。要通过，请先删去它们。`;
  return { ...act, ...settled };
}
