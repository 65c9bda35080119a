import { isUnitExpression, type Assignment, type CompiledFlow } from '@chengban/domain';
import type { SeatHolder } from './locked-state.js';

/** Where the words `responsible`, `supervisor` and `starter` of a flow point for one instance. */
export interface SeatPlace {
  readonly unitId: string;
  readonly supervisorUnitId: string;
  /** null: nobody did, the clock began it */
  readonly startedBy: string | null;
  readonly drafterIds: readonly string[];
}

export interface Candidates {
  readonly people: readonly SeatHolder[];
  /** nobody holds the seat, or only people who drafted: flow administrators get the task, and are told */
  readonly fallback: boolean;
}

/** A seat in a unit that only an expression in the flow knows: whoever holds the role anywhere may be meant. */
export const ANY_UNIT = '*';

/** Where no person started the instance, those who could have stand in for one: the handlers of the responsible unit. */
export const seatOf = <Named extends Assignment | null | undefined>(
  assignment: Named,
  { startedBy }: Pick<SeatPlace, 'startedBy'>,
): Named | typeof HANDLERS => (assignment?.kind === 'starter' && startedBy === null ? HANDLERS : assignment);

const HANDLERS = { kind: 'role', unit: 'responsible', role: 'handler' } as const;

const unitOf = (unit: string, place: Pick<SeatPlace, 'unitId' | 'supervisorUnitId'>): string =>
  unit === 'responsible' ? place.unitId : unit === 'supervisor' ? place.supervisorUnitId : unit;

/** The seats of a flow in one instance: `unitIds` and `roles` in step, one pair per seat. */
export interface Seats {
  readonly unitIds: readonly string[];
  readonly roles: readonly string[];
  readonly personIds: readonly string[];
}

/** Every seat that the flow's tasks name: what has to be looked up to fill any of them. */
export function seatsOfFlow(
  flow: Pick<CompiledFlow, 'nodes'>,
  place: Pick<SeatPlace, 'unitId' | 'supervisorUnitId' | 'startedBy'>,
): Seats {
  const pairs = new Map<string, readonly [unit: string, role: string]>();
  const persons = new Set<string>();
  for (const { assignment: drawn } of Object.values(flow.nodes)) {
    const assignment = seatOf(drawn, place);
    if (assignment?.kind === 'role') {
      const unit = isUnitExpression(assignment.unit) ? ANY_UNIT : unitOf(assignment.unit, place);
      pairs.set(`${unit} ${assignment.role}`, [unit, assignment.role]);
    }
    // a named person is drawn as any text; only what can be an id can be somebody
    if (assignment?.kind === 'person' && UUID.test(assignment.person)) persons.add(assignment.person.toLowerCase());
    if (assignment?.kind === 'starter' && place.startedBy !== null) persons.add(place.startedBy);
  }
  const seats = [...pairs.values()];
  return { unitIds: seats.map(([unit]) => unit), roles: seats.map(([, role]) => role), personIds: [...persons] };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Who gets a task that opens now. A review that only drafters could give goes to the flow administrators: the one who
 * drafted never reviews, and a task that nobody may do must not wait in silence.
 */
export function candidatesFor(
  drawn: Assignment | null | undefined,
  purpose: string,
  seats: readonly SeatHolder[],
  place: SeatPlace,
  /** the unit as the flow means it here, by id or name, where the drawing writes an expression */
  meant: string | null = null,
): Candidates {
  const assignment = seatOf(drawn, place);
  const people = onePerPerson(seats.filter((seat) => isMeant(assignment, seat, place, meant)));
  const able = purpose === 'draft' ? people : people.filter((seat) => !place.drafterIds.includes(seat.personId));
  if (able.length > 0) return { people, fallback: false };
  const admins = seats.filter((seat) => seat.role === 'flowAdmin' && !people.some((p) => p.personId === seat.personId));
  return { people: onePerPerson([...people, ...admins]), fallback: true };
}

function isMeant(
  assignment: Assignment | null | undefined,
  seat: SeatHolder,
  place: SeatPlace,
  meant: string | null,
): boolean {
  switch (assignment?.kind) {
    case 'role':
      if (seat.role !== assignment.role) return false;
      if (!isUnitExpression(assignment.unit)) return seat.unitId === unitOf(assignment.unit, place);
      return meant !== null && (seat.unitId === unitOf(meant, place) || (seat.unitNames ?? []).includes(meant));
    case 'person':
      return seat.personId === assignment.person.toLowerCase();
    case 'starter':
      return seat.personId === place.startedBy;
    default:
      return false;
  }
}

const onePerPerson = (seats: readonly SeatHolder[]): SeatHolder[] => [
  ...new Map(seats.map((seat) => [seat.personId, seat])).values(),
];
