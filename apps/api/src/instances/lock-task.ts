import { civilDateInShanghai, type OpenItem } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import type { TaskAct } from './act-request.js';
import { personsNamedBy } from './persons-named.js';
import { LOCK_TASK } from './lock-statements.js';
import type { LockedInstance, LockedTask, ObligationFace, SeatHolder } from './locked-state.js';
import { runPrepared } from './prepared.js';

/** What an earlier request with the same key was answered. */
export interface StoredAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly etag: string | null;
  readonly body: unknown;
}

export interface LockedTaskRow {
  readonly instance: LockedInstance;
  readonly task: LockedTask;
  readonly face: ObligationFace;
  readonly seats: readonly SeatHolder[];
  readonly answered: StoredAnswer | null;
  /** those of the act's evidence ids that belong to this obligation */
  readonly evidenceIds: readonly string[];
  readonly openItems: readonly OpenItem[];
}

export type TaskRow = LockedInstance & { readonly face: ObligationFace; readonly task: LockedTask } & Omit<
    LockedTaskRow,
    'instance'
  >;

/** Locks the task with its instance and reads everything that the act needs; null when there is no such task. */
export async function lockTask(manager: EntityManager, request: TaskAct, now: number): Promise<LockedTaskRow | null> {
  const { actor, taskId, repeat, draft, act } = request;
  const today = civilDateInShanghai(now);
  const values = [
    actor.tenant,
    taskId,
    actor.personId,
    repeat?.key ?? null,
    today,
    draft?.evidenceIds ?? [],
    personsNamedBy(act),
  ];
  const [row] = await runPrepared<TaskRow>(manager, LOCK_TASK, values);
  return row ? lockedTaskOf(row) : null;
}

export function lockedTaskOf(row: TaskRow): LockedTaskRow {
  const { face, seats, task, answered, evidenceIds, openItems, ...instance } = row;
  return { instance, task: withDates(task), face: faceWithDates(face), seats, answered, evidenceIds, openItems };
}

const date = (text: unknown): Date | null => (typeof text === 'string' ? new Date(text) : null);

/** Instants inside a JSON column arrive as text. */
const withDates = (task: LockedTask): LockedTask => ({
  ...task,
  dueAt: date(task.dueAt),
  openedAt: date(task.openedAt) as Date,
  closedAt: date(task.closedAt),
});

export const faceWithDates = (face: ObligationFace): ObligationFace => ({
  ...face,
  submittedAt: date(face.submittedAt),
  returnedAt: date(face.returnedAt),
  closedAt: date(face.closedAt),
});
