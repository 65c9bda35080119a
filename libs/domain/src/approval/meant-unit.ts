import type { Assignment } from '../bpmn/model.js';
import { calculate } from '../expressions/feel.js';
import type { Marking } from '../run/marking.js';
import { variablesAt } from '../run/tokens-at.js';
import type { Workflow } from '../run/workflow.js';

/** An assignment whose unit is written as an expression, `= 会签单位`: known only where a token is. */
export const isUnitExpression = (unit: string): boolean => unit.startsWith('=');

/**
 * The unit that an assignment means for one token: as drawn, or what its expression gives there (an id or a name). Null
 * when it gives no text: then nobody is meant.
 */
export function meantUnit(workflow: Workflow, marking: Marking, token: number, assignment: Assignment): string | null {
  if (assignment.kind !== 'role') return null;
  if (!isUnitExpression(assignment.unit)) return assignment.unit;
  const result = calculate(assignment.unit.slice(1), variablesAt(workflow, marking, token));
  return result.kind === 'value' && typeof result.value === 'string' ? result.value.trim() : null;
}
