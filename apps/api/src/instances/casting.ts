import {
  civilDateInShanghai,
  Directory,
  directorySeater,
  recordingSeater,
  type Seated,
  type Seater,
} from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { LOOK_UP_SEATS } from './lock-statements.js';
import type { LockedInstance, SeatHolder } from './locked-state.js';
import { runPrepared } from './prepared.js';
import { isPersonId } from './seats.js';

/** The people with whom a step was taken, and whom it seated where. */
export interface Cast {
  readonly people: readonly SeatHolder[];
  readonly directory: Directory;
  readonly seater: Seater;
  /** the seatings in the order in which they were asked for: the history keeps them */
  readonly seated: readonly (readonly Seated[])[];
}

type Place = Pick<
  LockedInstance,
  'tenant' | 'unitId' | 'supervisorUnitId' | 'startedBy' | 'seatUnitIds' | 'seatRoles' | 'seatPersonIds'
>;

/** Lookups of one step; each can ask for those above somebody whom the last one found. */
const MOST_LOOKUPS = 8;

/**
 * Takes a step with the people that were read with the lock. Where it needs somebody else – a leader, whom a field of the
 * form names – they are looked up, and the step, which is pure, is taken again.
 * @param named persons of whom all roles were read too
 */
export async function withPeople<Taken>(
  manager: EntityManager,
  {
    instance,
    seats,
    named,
    now,
  }: { instance: Place; seats: readonly SeatHolder[]; named: readonly string[]; now: number },
  take: (cast: Cast) => Taken,
): Promise<{ taken: Taken; cast: Cast }> {
  let people = [...seats];
  const persons = new Set([...instance.seatPersonIds, ...named]);
  const known = new Set(instance.seatUnitIds.map((unit, at) => Directory.seatKey(unit, instance.seatRoles[at] ?? '')));
  for (let lookups = 0; ; lookups += 1) {
    const directory = new Directory(people, persons, known);
    const { seater, recorded } = recordingSeater(directorySeater(directory, instance));
    const cast = { people, directory, seater, seated: recorded };
    const taken = take(cast);
    const missing = directory.missing();
    if (missing === null || lookups >= MOST_LOOKUPS) return { taken, cast };
    const ids = missing.persons.filter(isPersonId);
    const units = missing.seats.map(({ unitId }) => unitId);
    const roles = missing.seats.map(({ role }) => role);
    const values = [instance.tenant, units, roles, ids, civilDateInShanghai(now)];
    const [row] = await runPrepared<{ readonly seats: readonly SeatHolder[] }>(manager, LOOK_UP_SEATS, values);
    people = union(people, row?.seats ?? []);
    for (const id of missing.persons) persons.add(id);
    for (const { unitId, role } of missing.seats) known.add(Directory.seatKey(unitId, role));
  }
}

const union = (first: readonly SeatHolder[], second: readonly SeatHolder[]): SeatHolder[] => [
  ...new Map([...first, ...second].map((each) => [`${each.personId} ${each.unitId} ${each.role}`, each])).values(),
];
