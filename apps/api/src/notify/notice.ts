import type { Category } from './categories.js';

/** Something that people are to be told, once it is certain. The same id is told once, however often it comes. */
export interface Notice {
  readonly tenant: string;
  readonly id: string;
  readonly topic: string;
  readonly personIds: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly taskId: string | null;
  readonly instanceId: string | null;
  readonly obligationId: string | null;
  readonly createdAt: Date;
}

export type SortedNotice = Notice & { readonly category: Category };
