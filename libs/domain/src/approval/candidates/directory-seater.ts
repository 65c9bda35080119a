import type { SeatRule } from '../../bpmn/model.js';
import type { Directory, DirectoryEntry } from './directory.js';
import { leadersOf } from './leaders.js';
import { meantPeople } from './meant-people.js';
import type { SeatPlace } from './meant-people.js';
import type { Seated, Seater } from './seater.js';

/**
 * Seats people as the drawing says, under the system's own authority: what anybody may read plays no part. The one who
 * drafted never reviews: the next leader does. Where nobody is found the flow administrators get it, and are told;
 * nothing is ever passed because nobody is there.
 */
export function directorySeater(directory: Directory, place: SeatPlace): Seater {
  return (seating) => {
    const { node, standing } = seating;
    const assignments = [...(node.assignment ? [node.assignment] : []), ...(node.moreAssignments ?? [])];
    const meant = onePerPerson(assignments.flatMap((each) => meantPeople(each, seating, directory, place)));
    const drafting = node.purpose === 'draft';
    const isAble = (personId: string): boolean => drafting || !standing.drafterIds.includes(personId);
    const seats =
      drafting || node.seats === undefined
        ? pool(meant, isAble, directory)
        : each(node.seats, meant, isAble, directory);
    return seats.length > 0 ? seats : [standIns(meant, directory, isAble)];
  };
}

/** One seat that any of them may claim. */
function pool(
  meant: readonly DirectoryEntry[],
  isAble: (id: string) => boolean,
  directory: Directory,
): readonly Seated[] {
  const able = meant.filter(({ personId }) => isAble(personId));
  const people = able.length > 0 ? able : meant.flatMap((entry) => leadersOf(directory, entry, isAble));
  return people.length > 0 ? [{ candidateIds: idsOf(people) }] : [];
}

/** A seat for each person, or for each unit. */
function each(
  { per }: SeatRule,
  meant: readonly DirectoryEntry[],
  isAble: (id: string) => boolean,
  directory: Directory,
): readonly Seated[] {
  const taken = new Set(idsOf(meant));
  const seats: Seated[] = [];
  for (const group of per === 'unit' ? byUnit(meant) : meant.map((entry) => [entry])) {
    const able = group.filter(({ personId }) => isAble(personId));
    const isFree = (id: string): boolean => isAble(id) && !taken.has(id);
    const people = able.length > 0 ? able : group.slice(0, 1).flatMap((entry) => leadersOf(directory, entry, isFree));
    const ids = per === 'unit' ? idsOf(people) : idsOf(people).slice(0, 1);
    for (const id of ids) taken.add(id);
    if (ids.length > 0) seats.push({ candidateIds: ids });
  }
  return seats;
}

function standIns(meant: readonly DirectoryEntry[], directory: Directory, isAble: (id: string) => boolean): Seated {
  const admins = idsOf(directory.admins()).filter(isAble);
  // those who are meant and may not act still see the task, and why it is not theirs
  return { candidateIds: [...new Set([...idsOf(meant), ...admins])], fallback: true };
}

function byUnit(meant: readonly DirectoryEntry[]): readonly DirectoryEntry[][] {
  const units = new Map<string, DirectoryEntry[]>();
  for (const entry of meant) {
    const known = units.get(entry.unitId);
    if (known) known.push(entry);
    else units.set(entry.unitId, [entry]);
  }
  return [...units.values()];
}

const idsOf = (entries: readonly DirectoryEntry[]): string[] => [...new Set(entries.map(({ personId }) => personId))];

const onePerPerson = (entries: readonly DirectoryEntry[]): DirectoryEntry[] =>
  [...new Map(entries.toReversed().map((entry) => [entry.personId, entry])).values()].toReversed();
