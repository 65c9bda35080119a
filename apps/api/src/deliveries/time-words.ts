import { momentInWords } from '../http/problems/moment-in-words.js';
import type { LockedTimer } from '../timers/timers.module.js';
import type { Conflict } from './delivery-conflict.js';

/** What a retry says of a kind of time. */
export interface TimeWords<Row> {
  readonly what: string;
  /** what it does when it comes */
  readonly happen: string;
  /** where there is no such row: why that may be; not said where the general words will do */
  readonly gone?: string;
  closed(this: void, row: Row): Conflict | null;
}

export const TIMER: TimeWords<LockedTimer> = {
  what: '这个定时',
  happen: '触发',
  closed({ status, closedAt }) {
    if (status === 'pending') return null;
    const when = closedAt ? `于${momentInWords(closedAt)}` : '';
    const fact =
      status === 'fired' ? `它${when}已经触发，流程继续往下走。` : `流程${when}已经离开这个环节，定时随之取消。`;
    return { code: 'timer-closed', title: '这个定时已经结束', fact, cure: '不用再办，请刷新列表。' };
  },
};

export const SCHEDULE: TimeWords<unknown> = {
  what: '这个定时开始',
  happen: '开始',
  // its row goes with its last time, and with its version
  gone: '它可能已经开始，也可能流程已经发布新版本，原来的定时随之取消。请刷新列表。',
  closed: () => null,
};
