import type { Assignment } from '@chengban/domain';
import { roles, type Role } from '@chengban/web';

/** The first thing one chooses: a role is chosen with its unit. */
export type Who = 'responsible' | 'supervisor' | 'named' | 'computedUnit' | Exclude<Assignment['kind'], 'role'>;

const WORDS: Readonly<Record<Who, string>> = {
  responsible: '承办单位（谁的事项谁办）',
  supervisor: '主管单位（负责督办的单位）',
  named: '指定的单位',
  person: '指定的人',
  starter: '发起人（发起这次报送的人）',
  previous: '上一环节的办理人',
  field: '表单里填的人或单位',
  chosen: '发起人自选',
  expression: '按表达式算出的人',
  computedUnit: '按表达式算出的单位',
};

export const whoChoices = (without: readonly Who[] = []): { value: Who; label: string }[] =>
  (Object.keys(WORDS) as Who[])
    .filter((who) => !without.includes(who))
    .map((value) => ({ value, label: WORDS[value] }));

export function whoOf(assignment: Assignment): Who {
  if (assignment.kind !== 'role') return assignment.kind;
  const { unit } = assignment;
  if (unit === 'responsible' || unit === 'supervisor') return unit;
  return unit.startsWith('=') ? 'computedUnit' : 'named';
}

const unitRoles: readonly Role[] = ['handler', 'reviewer', 'deputyLeader', 'head'];
const supervisionRoles: readonly Role[] = ['supervisionHandler', 'supervisionReviewer', 'supervisionLeader'];

/** Roles that a unit has; where the unit is open, those of every unit. */
export const rolesIn = (unit: string): readonly Role[] =>
  unit === 'responsible' ? unitRoles : unit === 'supervisor' ? supervisionRoles : [...unitRoles, ...supervisionRoles];

export const roleChoices = (unit: string): { value: string; label: string }[] =>
  rolesIn(unit).map((role) => ({ value: role, label: roles[role] }));

/** What a change of mind makes of a rule: the role is kept when the new unit has it, so that it costs nothing. */
export function assignmentFor(who: Who, before: Assignment | null): Assignment {
  switch (who) {
    case 'starter':
    case 'previous':
      return { kind: who };
    case 'person':
      return { kind: 'person', person: '' };
    case 'field':
      return { kind: 'field', field: '' };
    case 'chosen':
      return { kind: 'chosen', unit: 'supervisor', max: 1 };
    case 'expression':
      return { kind: 'expression', expression: '' };
    default: {
      const unit = { responsible: 'responsible', supervisor: 'supervisor', named: '', computedUnit: '= ' }[who];
      const role = before?.kind === 'role' ? rolesIn(unit).find((each) => each === before.role) : undefined;
      return { kind: 'role', unit, role: role ?? (unit === 'supervisor' ? 'supervisionReviewer' : 'reviewer') };
    }
  }
}
