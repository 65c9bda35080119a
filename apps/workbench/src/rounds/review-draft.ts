import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { ItemAnchor } from '@chengban/domain';
import { randomKey, type TaskPage } from '@chengban/web';

/** An item that the reviewer has noted down; it is sent with the return, and seen by nobody before. */
export interface NotedItem {
  key: string;
  text: string;
  anchor?: ItemAnchor;
  carries?: string;
}

export interface ReviewDraft {
  /** the round under review: the one whose fields and files can be pointed at */
  roundNo: number;
  noted: readonly NotedItem[];
  /** ids of items that are to be settled with the verdict */
  resolved: readonly string[];
  /** where an item is being written, as a key of its anchor; `carry:` and an id where one is asked for again */
  editing: string | null;
  edit: (place: string | null) => void;
  note: (item: Omit<NotedItem, 'key'>) => void;
  change: (key: string, text: string) => void;
  drop: (key: string) => void;
  resolve: (id: string, resolved: boolean) => void;
}

type Kept = Pick<ReviewDraft, 'noted' | 'resolved'>;

const NOTHING: Kept = { noted: [], resolved: [] };

/**
 * What a reviewer has noted down so far. It is the reviewer's own until the verdict, so it stays in this browser tab and
 * outlives a reload; the tab's memory may be full or forbidden, then it lives as long as the page.
 */
export function useReviewDraft(task: TaskPage): ReviewDraft | null {
  const place = `review:${task.id}`;
  const [kept, setKept] = useState<Kept>(() => read(place));
  const [editing, edit] = useState<string | null>(null);
  const first = useRef(true);
  const open = task.status === 'open';
  useEffect(() => {
    if (!open) write(place, NOTHING);
    else if (first.current) first.current = false;
    else write(place, kept);
  }, [place, kept, open]);
  const newest = task.rounds.at(-1);
  const judges = open && task.offers.some((offer) => offer.verb === 'return' && offer.allowed);
  if (!newest || !judges) return null;
  const setNoted = (made: (all: readonly NotedItem[]) => readonly NotedItem[]): void =>
    setKept((all) => ({ ...all, noted: made(all.noted) }));
  return {
    ...kept,
    roundNo: newest.no,
    editing,
    edit,
    note: (item) => {
      setKept(({ noted, resolved }) => ({
        noted: [...noted, { ...item, key: randomKey() }],
        resolved: resolved.filter((id) => id !== item.carries),
      }));
      edit(null);
    },
    change: (key, text) => setNoted((all) => all.map((one) => (one.key === key ? { ...one, text } : one))),
    drop: (key) => setNoted((all) => all.filter((one) => one.key !== key)),
    resolve: (id, resolved) =>
      setKept((all) => ({
        noted: all.noted.filter(({ carries }) => carries !== id),
        resolved: resolved
          ? [...all.resolved.filter((one) => one !== id), id]
          : all.resolved.filter((one) => one !== id),
      })),
  };
}

function read(place: string): Kept {
  try {
    return { ...NOTHING, ...(JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<Kept>) };
  } catch {
    return NOTHING;
  }
}

function write(place: string, kept: Kept): void {
  try {
    if (kept.noted.length + kept.resolved.length === 0) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // nothing to be done, and nothing to be told: the page still has it
  }
}

export const ReviewDraftContext = createContext<ReviewDraft | null>(null);

/** Null where nobody judges: on other pages, for those who look on, and for earlier rounds. */
export function useReviewOf(roundNo: number): ReviewDraft | null {
  const review = useContext(ReviewDraftContext);
  return review?.roundNo === roundNo ? review : null;
}
