import type { Assignment, UserTask } from './model.js';
import { child, children, number, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

export function readUserTask(element: ModdleElement, base: { id: string; name: string }): UserTask {
  const { assignment, problem } = readAssignment(element);
  return {
    kind: 'userTask',
    ...base,
    purpose: text(element, 'chengban:purpose') === 'draft' ? 'draft' : 'review',
    assignment,
    assignmentProblem: problem,
    approveLabel: text(element, 'chengban:approveLabel'),
    submitLabel: text(element, 'chengban:submitLabel'),
    dueWorkdays: number(element, 'chengban:dueWorkdays'),
    returnTo: text(element, 'chengban:returnTo'),
  };
}

function readAssignment(element: ModdleElement): { assignment: Assignment | null; problem: string | null } {
  const extensions = child(element, 'extensionElements');
  const drawn = extensions ? children(extensions, 'values').filter((each) => each.$type === 'chengban:Assignment') : [];
  const [first] = drawn;
  if (first === undefined) return { assignment: null, problem: null };
  if (drawn.length > 1) return { assignment: null, problem: '写了不止一个办理人设置' };
  const kind = text(first, 'kind') ?? 'role';
  const [unit, role, person] = [text(first, 'unit'), text(first, 'role'), text(first, 'person')];
  if (kind === 'starter') return { assignment: { kind }, problem: null };
  if (kind === 'person') {
    return person === null
      ? { assignment: null, problem: '没有写是哪个人' }
      : { assignment: { kind, person }, problem: null };
  }
  if (kind !== 'role') return { assignment: null, problem: `不认识的办理人类型“${kind}”` };
  if (unit === null) return { assignment: null, problem: '没有写是哪个单位' };
  return role === null
    ? { assignment: null, problem: '没有写是什么岗位' }
    : { assignment: { kind, unit, role }, problem: null };
}
