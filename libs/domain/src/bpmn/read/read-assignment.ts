import type { Assignment, CopyTo } from '../model.js';
import { extensions, number, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

/** Assignments as drawn, in order, without those that cannot be understood; the first problem says why one cannot. */
export interface ReadAssignments {
  readonly assignment: Assignment | null;
  readonly moreAssignments: readonly Assignment[];
  readonly assignmentProblem: string | null;
}

/** The `chengban:assignment` elements of a user task or a lane. */
export function readAssignments(element: ModdleElement): ReadAssignments {
  const all = extensions(element, 'chengban:Assignment').map(readAssignment);
  const [assignment = null, ...moreAssignments] = all.filter((each) => typeof each !== 'string');
  return { assignment, moreAssignments, assignmentProblem: firstProblem(all) };
}

/** The `chengban:copy` elements of a user task. */
export function readCopies(element: ModdleElement): {
  readonly copies: readonly CopyTo[];
  readonly copyProblem: string | null;
} {
  const all = extensions(element, 'chengban:Copy').map((each): CopyTo | string => {
    const read = readAssignment(each);
    return typeof read !== 'string' && read.kind === 'chosen' ? '抄送不能由发起人自选' : read;
  });
  return { copies: all.filter((each) => typeof each !== 'string'), copyProblem: firstProblem(all) };
}

const firstProblem = (all: readonly unknown[]): string | null =>
  all.find((each): each is string => typeof each === 'string') ?? null;

/** One assignment, or in words why it cannot be understood. */
function readAssignment(element: ModdleElement): Assignment | string {
  const [unit, role] = [text(element, 'unit'), text(element, 'role')];
  const kind = text(element, 'kind') ?? 'role';
  switch (kind) {
    case 'starter':
    case 'previous':
      return { kind };
    case 'person': {
      const person = text(element, 'person');
      return person === null ? '没有写是哪个人' : { kind, person };
    }
    case 'field': {
      const field = text(element, 'field');
      return field === null ? '没有写是表单的哪一项' : { kind, field, ...(role !== null && { role }) };
    }
    case 'chosen': {
      const max = number(element, 'max');
      return {
        kind,
        ...(unit !== null && { unit }),
        ...(role !== null && { role }),
        ...(max !== null && { max }),
      };
    }
    case 'expression': {
      const expression = text(element, 'expression');
      return expression === null ? '没有写表达式' : { kind, expression };
    }
    case 'role':
      if (unit === null) return '没有写是哪个单位';
      return role === null ? '没有写是什么岗位' : { kind, unit, role };
    default:
      return `不认识的办理人类型“${kind}”`;
  }
}
