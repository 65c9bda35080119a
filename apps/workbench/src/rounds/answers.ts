import { createContext, useContext, useState } from 'react';
import type { ItemAnchor } from '@chengban/domain';
import type { DraftAnswer, ReturnItem, TaskPage } from '@chengban/web';

/** Answers of the unit in the making; they are kept with the draft and handed in with the round. */
export interface Answers {
  /** every item that waits for an answer, in the order in which they were raised */
  items: readonly ReturnItem[];
  /** ids of those that keep the round from being handed in, once that was tried */
  missing: ReadonlySet<string>;
  of: (id: string) => DraftAnswer;
  set: (id: string, change: Partial<DraftAnswer>) => void;
  save: () => void;
}

export const isAnswered = ({ done, text }: DraftAnswer): boolean => !!done && [...text.trim()].length >= 2;

export function useAnswers(task: TaskPage, enabled: boolean) {
  const items = enabled ? task.rounds.flatMap((round) => round.items).filter(({ state }) => state === 'open') : [];
  const [given, setGiven] = useState<Record<string, DraftAnswer>>(() => byId(task.draft?.answers ?? []));
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const of = (itemId: string): DraftAnswer => given[itemId] ?? { itemId, text: '' };
  return {
    items,
    missing,
    of,
    set: (id: string, change: Partial<DraftAnswer>): void => {
      setGiven((all) => ({ ...all, [id]: { ...(all[id] ?? { itemId: id, text: '' }), ...change } }));
      setMissing((all) => new Set([...all].filter((one) => one !== id)));
    },
    adopt: (answers: readonly DraftAnswer[]): void => setGiven(byId(answers)),
    /** those that were begun; an item that is no longer open needs none */
    list: (): DraftAnswer[] => items.map(({ id }) => of(id)).filter(({ done, text }) => done || text !== ''),
    /** marks what is missing and goes to the first of it; true when every item is answered */
    check: (): boolean => {
      const open = items.filter(({ id }) => !isAnswered(of(id))).map(({ id }) => id);
      setMissing(new Set(open));
      goToItem(open[0]);
      return open.length === 0;
    },
    /** marks what the server named, `answers.<id>`; true when it named any */
    show: (errors: readonly { field: string }[]): boolean => {
      const named = errors.flatMap(({ field }) => (field.startsWith('answers.') ? field.slice('answers.'.length) : []));
      if (named.length === 0) return false;
      setMissing(new Set(named));
      goToItem(named[0]);
      return true;
    },
  };
}

const byId = (answers: readonly DraftAnswer[]): Record<string, DraftAnswer> =>
  Object.fromEntries(answers.map((answer) => [answer.itemId, answer]));

export const itemPlace = (id: string): string => `item-${id}`;

/** Brings an item into view and puts the cursor into its answer. */
export function goToItem(id: string | undefined): void {
  const place = id === undefined ? null : document.getElementById(itemPlace(id));
  place?.scrollIntoView({ behavior: 'smooth', block: 'center' });
  place?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}

export const AnswersContext = createContext<Answers | null>(null);

/** Items that point where `isHere` says. */
export function useItemsWhere(isHere: (anchor: ItemAnchor | null) => boolean): readonly ReturnItem[] {
  return useContext(AnswersContext)?.items.filter(({ anchor }) => isHere(anchor)) ?? [];
}
