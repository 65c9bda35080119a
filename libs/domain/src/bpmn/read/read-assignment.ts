import type { Assignment } from '../model.js';
import { extensions, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

/** An assignment as drawn, or why it cannot be understood; neither where none is drawn. */
export interface ReadAssignment {
  readonly assignment: Assignment | null;
  readonly problem: string | null;
}

/** The `chengban:assignment` of a user task or a lane. */
export function readAssignment(element: ModdleElement): ReadAssignment {
  const [first, second] = extensions(element, 'chengban:Assignment');
  if (first === undefined) return { assignment: null, problem: null };
  if (second !== undefined) return not('写了不止一个办理人设置');
  const kind = text(first, 'kind') ?? 'role';
  const [unit, role, person] = [text(first, 'unit'), text(first, 'role'), text(first, 'person')];
  if (kind === 'starter') return { assignment: { kind }, problem: null };
  if (kind === 'person') {
    return person === null ? not('没有写是哪个人') : { assignment: { kind, person }, problem: null };
  }
  if (kind !== 'role') return not(`不认识的办理人类型“${kind}”`);
  if (unit === null) return not('没有写是哪个单位');
  return role === null ? not('没有写是什么岗位') : { assignment: { kind, unit, role }, problem: null };
}

const not = (problem: string): ReadAssignment => ({ assignment: null, problem });
