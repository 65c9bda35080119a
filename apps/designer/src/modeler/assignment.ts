import type { Assignment } from '@chengban/domain';
import { textOf, type Moddle, type ModdleFactory } from './moddle.js';

export type { Assignment } from '@chengban/domain';

/** Who decides, and who is sent a copy: elements of the same shape. */
export type AssignmentElement = 'chengban:Assignment' | 'chengban:Copy';

/** The assignments of a node as drawn; what is not yet chosen is an empty text. */
export const readAssignments = (node: Moddle, type: AssignmentElement): Assignment[] =>
  elementsOf(node, type).map(readOne);

/**
 * Extension elements with these assignments and everything else that was there; a new object, so that undo has the old
 * one. Elements that say the same as before stay the same, with whatever another tool wrote on them.
 */
export function withAssignments(
  node: Moddle,
  type: AssignmentElement,
  assignments: readonly Assignment[],
  factory: ModdleFactory,
): Moddle | undefined {
  const left = [...elementsOf(node, type)];
  const made = assignments.map((assignment) => {
    const at = left.findIndex((old) => isSame(readOne(old), assignment));
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return same ?? factory.create(type, attributesOf(assignment));
  });
  const values = [...valuesOf(node).filter((value) => value.$type !== type), ...made];
  return values.length === 0 ? undefined : factory.create('bpmn:ExtensionElements', { values });
}

const valuesOf = (node: Moddle): readonly Moddle[] =>
  ((node.get('extensionElements') as Moddle | undefined)?.get('values') as Moddle[] | undefined) ?? [];

const elementsOf = (node: Moddle, type: AssignmentElement): readonly Moddle[] =>
  valuesOf(node).filter((value) => value.$type === type);

function readOne(element: Moddle): Assignment {
  const text = (name: string): string => textOf(element, name);
  const optional = <Name extends string>(name: Name): { [Key in Name]?: string } =>
    text(name) === '' ? {} : ({ [name]: text(name) } as { [Key in Name]: string });
  const kind = text('kind');
  switch (kind) {
    case 'person':
      return { kind, person: text('person') };
    case 'starter':
    case 'previous':
      return { kind };
    case 'field':
      return { kind, field: text('field'), ...optional('role') };
    case 'chosen': {
      const max = element.get('max');
      return { kind, ...optional('unit'), ...optional('role'), ...(typeof max === 'number' && { max }) };
    }
    case 'expression':
      return { kind, expression: text('expression') };
    default:
      return { kind: 'role', unit: text('unit'), role: text('role') };
  }
}

const attributesOf = (assignment: Assignment): Record<string, unknown> =>
  Object.fromEntries(Object.entries(assignment).filter(([, value]) => value !== '' && value !== undefined));

const isSame = (one: Assignment, other: Assignment): boolean =>
  JSON.stringify(Object.entries(attributesOf(one)).sort()) ===
  JSON.stringify(Object.entries(attributesOf(other)).sort());
