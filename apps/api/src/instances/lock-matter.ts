import { civilDateInShanghai } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { LOCK_MATTER } from './lock-statements.js';
import { faceWithDates, type StoredAnswer } from './lock-task.js';
import type { LockedInstance, ObligationFace, SeatHolder } from './locked-state.js';
import type { MatterRequest } from './matter-request.js';
import { personsNamedBy } from './persons-named.js';
import { runPrepared, type Prepared } from './prepared.js';

/** An open task of the matter, to tell people of. */
interface OpenTask {
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
  const { face, seats, answered, tasks: read, readerPersonIds, currentInstanceId, ...instance } = row;
  const tasks = isOfNow(instance, read) ? read : await openTasks(manager, actor.tenant, instanceId);
  return { instance, face: faceWithDates(face), seats, answered, tasks, readerPersonIds, currentInstanceId };
}

/** The lock may have been waited for: what was read beside the locked row is then older than the row. */
function isOfNow({ approval }: LockedInstance, tasks: readonly OpenTask[]): boolean {
  const open = approval.sittings.flatMap(({ seats }) => seats.filter(({ status }) => status === 'open'));
  const told = (ids: readonly string[]): string => ids.toSorted().join();
  return (
    open.length === tasks.length &&
    open.every(({ id, candidateIds }) =>
      tasks.some((task) => task.seat === id && told(task.candidateIds) === told(candidateIds)),
    )
  );
}

async function openTasks(manager: EntityManager, tenant: string, instanceId: string): Promise<readonly OpenTask[]> {
  return runPrepared<OpenTask>(manager, OPEN_TASKS, [tenant, instanceId]);
}

/** $1 tenant, $2 instance, whose lock is held */
const OPEN_TASKS: Prepared = {
  name: 'instance.open-tasks',
  text: `SELECT id, seat, name, candidate_ids AS "candidateIds", purpose, status
           FROM task WHERE tenant = $1 AND instance_id = $2 AND status = 'open' ORDER BY seat`,
};
