import { civilDateInShanghai } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { LOCK_MATTER } from './lock-statements.js';
import { faceWithDates, type StoredAnswer } from './lock-task.js';
import type { LockedInstance, ObligationFace, SeatHolder } from './locked-state.js';
import type { MatterRequest } from './matter-request.js';
import { personsNamedBy } from './persons-named.js';
import { runPrepared } from './prepared.js';

/** An open task of the matter, to tell people of. */
export interface OpenTask {
  readonly id: string;
  readonly seat: number;
  readonly name: string;
  readonly candidateIds: string[];
  readonly purpose: string;
  readonly status: string;
}

export interface LockedMatter {
  readonly instance: LockedInstance;
  readonly face: ObligationFace;
  readonly seats: readonly SeatHolder[];
  readonly answered: StoredAnswer | null;
  readonly tasks: readonly OpenTask[];
  /** for the rules that ask who may see the matter */
  readonly readerPersonIds: readonly string[];
  /** the instance that answers the obligation now */
  readonly currentInstanceId: string | null;
}

type Row = LockedInstance & Omit<LockedMatter, 'instance'>;

/** Locks an instance and reads everything that an act on it as a whole needs; null when there is none. */
export async function lockMatter(
  manager: EntityManager,
  { actor, instanceId, repeat, act }: MatterRequest,
  now: number,
): Promise<LockedMatter | null> {
  const today = civilDateInShanghai(now);
  const values = [actor.tenant, instanceId, today, actor.personId, repeat?.key ?? null, personsNamedBy(act)];
  const [row] = await runPrepared<Row>(manager, LOCK_MATTER, values);
  if (!row) return null;
  const { face, seats, answered, tasks, readerPersonIds, currentInstanceId, ...instance } = row;
  return { instance, face: faceWithDates(face), seats, answered, tasks, readerPersonIds, currentInstanceId };
}
