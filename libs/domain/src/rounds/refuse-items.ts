import type { Refusal } from '../shared/refusal.js';
import * as refusals from './item-refusals.js';
import { isFileAnchor, MAX_ITEM_TEXT, MAX_ITEMS } from './return-items.js';
import type { ItemAnchor, ItemAnswer, OpenItem, ReturnItem } from './return-items.js';

/** What an act says about items: a return raises them, a submission answers them, a verdict settles them. */
export interface ItemTalk {
  readonly items?: readonly ReturnItem[];
  readonly answers?: readonly ItemAnswer[];
  /** ids of items that the reviewer holds to be done with */
  readonly resolved?: readonly string[];
}

/**
 * Why the items of an act are refused, or null.
 * @param open what is open in this submission; absent where it is not known (a dry run, a replay): then only the form of
 * what was said is looked at
 */
export function refuseItems(talk: ItemTalk & { readonly verb: string }, open?: readonly OpenItem[]): Refusal | null {
  const { items = [], answers = [], resolved = [] } = talk;
  if (items.length > MAX_ITEMS) return refusals.tooManyItems();
  return (
    first(items, refuseItem) ??
    first(answers, refuseAnswer) ??
    twice('items', [...items.map(({ id }) => id), ...items.flatMap(({ carries }) => carries ?? [])]) ??
    twice(
      'answers',
      answers.map(({ itemId }) => itemId),
    ) ??
    twice('resolved', [...resolved, ...items.flatMap(({ carries }) => carries ?? [])]) ??
    (open === undefined ? null : refuseUnknown(talk, open))
  );
}

function refuseUnknown(
  { verb, items = [], answers = [], resolved = [] }: ItemTalk & { verb: string },
  open: readonly OpenItem[],
): Refusal | null {
  const known = new Set(open.map(({ id }) => id));
  const unanswered = open.filter(({ answered }) => !answered);
  const carried = items.flatMap(({ carries }) => carries ?? []).find((id) => !known.has(id));
  if (carried !== undefined) return refusals.itemUnknown('items', carried);
  const settled = resolved.find((id) => !known.has(id));
  if (settled !== undefined) return refusals.itemUnknown('resolved', settled);
  const stranger = answers.find(({ itemId }) => !unanswered.some(({ id }) => id === itemId));
  if (stranger !== undefined) return refusals.itemUnknown('answers', stranger.itemId);
  if (verb !== 'submit') return null;
  const left = unanswered.filter(({ id }) => !answers.some(({ itemId }) => itemId === id));
  return left.length > 0 ? refusals.itemsUnanswered(left) : null;
}

function refuseItem({ id, text, anchor }: ReturnItem): Refusal | null {
  const length = lengthOf(text);
  if (length < 2) return refusals.itemTextRequired(id);
  if (length > MAX_ITEM_TEXT) return refusals.itemTextTooLong(id);
  return anchor !== undefined && !isPlace(anchor) ? refusals.anchorUnknown(id) : null;
}

function refuseAnswer({ itemId, text }: ItemAnswer): Refusal | null {
  const length = lengthOf(text);
  if (length < 2) return refusals.answerTextRequired(itemId);
  return length > MAX_ITEM_TEXT ? refusals.answerTooLong(itemId) : null;
}

/** A row may be any that a table can have; a column is of a row. */
function isPlace(anchor: ItemAnchor): boolean {
  if (isFileAnchor(anchor)) return anchor.evidenceId !== '';
  const { field, row, column } = anchor;
  if (field === '' || (column !== undefined && row === undefined)) return false;
  return row === undefined || (Number.isInteger(row) && row >= 0 && row < 100_000);
}

/**
 * The first item that points at a field which the form does not have, as a refusal; or null.
 * @param fields names of the form's fields
 */
export const refuseAnchors = (items: readonly ReturnItem[], fields: readonly string[]): Refusal | null =>
  first(items, ({ id, anchor }) =>
    anchor !== undefined && !isFileAnchor(anchor) && !fields.includes(anchor.field) ? refusals.anchorUnknown(id) : null,
  );

const lengthOf = (text: string): number => [...text.trim()].length;

function twice(field: 'items' | 'answers' | 'resolved', ids: readonly string[]): Refusal | null {
  const id = ids.find((each, i) => ids.indexOf(each) !== i);
  return id === undefined ? null : refusals.itemTwice(field, id);
}

function first<T>(all: readonly T[], refuse: (one: T) => Refusal | null): Refusal | null {
  for (const one of all) {
    const refusal = refuse(one);
    if (refusal !== null) return refusal;
  }
  return null;
}
