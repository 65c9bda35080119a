import type { Role } from '@chengban/web';
import { extensionOf, type Moddle, type ModdleFactory } from './moddle.js';

const ASSIGNMENT = 'chengban:Assignment';

/** Who handles a node: a role in a unit (the responsible one, the supervising one, or a named one), a person, the starter. */
export type Assignment =
  { kind: 'role'; unit: string; role: Role | '' } | { kind: 'person'; person: string } | { kind: 'starter' };

export function readAssignment(task: Moddle): Assignment | null {
  const found = extensionOf(task, ASSIGNMENT);
  if (!found) return null;
  const kind = found.get('kind');
  if (kind === 'person') return { kind, person: String(found.get('person') ?? '') };
  if (kind === 'starter') return { kind };
  return { kind: 'role', unit: String(found.get('unit') ?? ''), role: (found.get('role') ?? '') as Role | '' };
}

/** Extension elements with this assignment and everything else that was there; a new object, so that undo has the old one. */
export function withAssignment(task: Moddle, assignment: Assignment, factory: ModdleFactory): Moddle {
  const old = task.get('extensionElements') as Moddle | undefined;
  const others = ((old?.get('values') as Moddle[] | undefined) ?? []).filter((value) => value.$type !== ASSIGNMENT);
  const { kind, ...rest } = assignment;
  const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
  return factory.create('bpmn:ExtensionElements', {
    values: [...others, factory.create(ASSIGNMENT, { kind, ...filled })],
  });
}
