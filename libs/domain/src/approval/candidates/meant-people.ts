import type { Assignment } from '../../bpmn/model.js';
import { calculate } from '../../expressions/feel.js';
import { variablesAt } from '../../run/tokens-at.js';
import type { Json } from '../../shared/json.js';
import { isUnitExpression, meantUnit } from '../meant-unit.js';
import { passedBefore } from '../standing/undoing.js';
import type { Directory, DirectoryEntry } from './directory.js';
import type { Seating } from './seater.js';

/** Where the words `responsible`, `supervisor` and `starter` of a flow point for one instance. */
export interface SeatPlace {
  readonly unitId: string;
  readonly supervisorUnitId: string;
  /** null: nobody did, the clock began it */
  readonly startedBy: string | null;
}

/** The people whom one assignment means here and now, each with the role by which. */
export function meantPeople(
  assignment: Assignment,
  seating: Seating,
  directory: Directory,
  place: SeatPlace,
): readonly DirectoryEntry[] {
  const { workflow, standing, node, token } = seating;
  const persons = (ids: readonly string[]): readonly DirectoryEntry[] =>
    ids.flatMap((id) => directory.rolesOf(id).slice(0, 1));
  switch (assignment.kind) {
    case 'role': {
      if (!isUnitExpression(assignment.unit)) return directory.holders(unitOf(assignment.unit, place), assignment.role);
      const meant = meantUnit(workflow, standing.marking, token, assignment);
      return meant === null ? [] : directory.holdersIn(unitOf(meant, place), assignment.role);
    }
    case 'person':
      return persons([assignment.person.toLowerCase()]);
    case 'starter':
      // where nobody started it, those who could have stand in: the handlers of the responsible unit
      return place.startedBy === null ? directory.holders(place.unitId, 'handler') : persons([place.startedBy]);
    case 'previous':
      return persons(previousDeciders(seating));
    case 'chosen':
      return persons(standing.chosen[node.id] ?? []).filter((entry) =>
        isInRange(assignment, entry.personId, directory, place),
      );
    case 'field':
      return meantByField(assignment, seating, directory, place);
    case 'expression': {
      const result = calculate(assignment.expression, variablesAt(workflow, standing.marking, token));
      return result.kind === 'value' ? persons(idsIn(result.value)) : [];
    }
  }
}

export const unitOf = (unit: string, place: Pick<SeatPlace, 'unitId' | 'supervisorUnitId'>): string =>
  unit === 'responsible' ? place.unitId : unit === 'supervisor' ? place.supervisorUnitId : unit;

/** Whether the starter may choose this person. */
export function isInRange(
  { unit, role }: { readonly unit?: string; readonly role?: string },
  personId: string,
  directory: Directory,
  place: SeatPlace,
): boolean {
  return directory
    .rolesOf(personId)
    .some(
      (entry) =>
        (unit === undefined || entry.unitId === unitOf(unit, place)) && (role === undefined || entry.role === role),
    );
}

/** Who decided the step before, on the path by which the token came. */
function previousDeciders({ standing, token }: Seating): readonly string[] {
  const [at] = passedBefore(standing.trail, token);
  const seats = at === undefined ? [] : (standing.trail[at]?.sitting?.seats ?? []);
  const ids = seats.flatMap(({ decision, asked }) =>
    decision === undefined || asked !== undefined ? [] : [decision.forId ?? decision.by],
  );
  return [...new Set(ids)];
}

/** A person of the form, or those of a role in a unit of the form. */
function meantByField(
  { field, role }: Extract<Assignment, { readonly kind: 'field' }>,
  { workflow, standing, token }: Seating,
  directory: Directory,
  place: SeatPlace,
): readonly DirectoryEntry[] {
  const form = variablesAt(workflow, standing.marking, token)['form'];
  const value = isRecord(form) && Object.hasOwn(form, field) ? form[field] : null;
  const ids = idsIn(value ?? null);
  if (role === undefined) return ids.flatMap((id) => directory.rolesOf(id).slice(0, 1));
  return ids.flatMap((unit) => directory.holders(unitOf(unit, place), role));
}

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idsIn = (value: Json): readonly string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string' && each !== '');
