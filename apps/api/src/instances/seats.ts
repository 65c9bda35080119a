import { ANY_UNIT, isUnitExpression, unitOf, type CompiledFlow, type SeatPlace } from '@chengban/domain';

/** The seats of a flow in one instance: `unitIds` and `roles` in step, one pair per seat. */
export interface Seats {
  readonly unitIds: readonly string[];
  readonly roles: readonly string[];
  readonly personIds: readonly string[];
}

/** Every seat that the flow's tasks name, as far as it is known before they open: what is looked up beforehand. */
export function seatsOfFlow(flow: Pick<CompiledFlow, 'nodes'>, place: SeatPlace): Seats {
  const pairs = new Map<string, readonly [unit: string, role: string]>();
  const persons = new Set<string>();
  const seat = (unit: string, role: string): void => void pairs.set(`${unit} ${role}`, [unit, role]);
  for (const { assignment, moreAssignments = [] } of Object.values(flow.nodes)) {
    for (const each of [...(assignment ? [assignment] : []), ...moreAssignments]) {
      if (each.kind === 'role') seat(isUnitExpression(each.unit) ? ANY_UNIT : unitOf(each.unit, place), each.role);
      // a named person is drawn as any text; only what can be an id can be somebody
      if (each.kind === 'person' && UUID.test(each.person)) persons.add(each.person.toLowerCase());
      if (each.kind !== 'starter') continue;
      if (place.startedBy === null) seat(place.unitId, 'handler');
      else persons.add(place.startedBy);
    }
  }
  const seats = [...pairs.values()];
  return { unitIds: seats.map(([unit]) => unit), roles: seats.map(([, role]) => role), personIds: [...persons] };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isPersonId = (text: string): boolean => UUID.test(text);
