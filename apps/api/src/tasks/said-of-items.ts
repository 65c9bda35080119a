import type { ItemAnchor, ItemAnswer, ReturnItem } from '@chengban/domain';
import { v7 } from 'uuid';
import { cleanText, type DraftAnswer } from '../instances/instances.module.js';
import type { AnchorBody, AnswerBody, ItemBody } from './return-items.dto.js';

// Bodies of requests as members of acts. A member that says nothing is left out: it would stand in the history for ever.

/** Items get their ids here, so that no two cities can mean different items by one id. */
export function itemsOf(bodies: readonly ItemBody[] = []): { items?: readonly ReturnItem[] } {
  if (bodies.length === 0) return {};
  return {
    items: bodies.map(({ text, anchor, carries }) => ({
      id: v7(),
      text: cleanText(text),
      ...(anchor && { anchor: anchorOf(anchor) }),
      ...(carries && { carries: carries.toLowerCase() }),
    })),
  };
}

function anchorOf({ field, row, column, evidenceId }: AnchorBody): ItemAnchor {
  if (evidenceId) return { evidenceId: evidenceId.toLowerCase() };
  return { field: field ?? '', ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}

export const resolvedOf = (ids: readonly string[] = []): { resolved?: readonly string[] } =>
  ids.length === 0 ? {} : { resolved: ids.map((id) => id.toLowerCase()) };

/** Answers as they are kept in a draft, finished or not. */
export const draftAnswersOf = (bodies: readonly AnswerBody[] = []): readonly DraftAnswer[] =>
  bodies.map(({ itemId, done, text }) => ({
    itemId: itemId.toLowerCase(),
    ...(done && { done }),
    text: cleanText(text),
  }));

/** Those that are finished: an item whose answer is not is named as unanswered. */
export function answersOf(drafts: readonly DraftAnswer[]): { answers?: readonly ItemAnswer[] } {
  const answers = drafts.flatMap(({ itemId, done, text }) =>
    done && text.trim() !== '' ? [{ itemId, done, text }] : [],
  );
  return answers.length === 0 ? {} : { answers };
}
