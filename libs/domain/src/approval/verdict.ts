import type { JsonObject } from '../shared/json.js';
import type { Marking } from '../run/marking.js';
import { variablesAt } from '../run/tokens-at.js';
import type { Workflow } from '../run/workflow.js';

/** The variables a review leaves behind: `verdict` for the next gateway, `verdicts` by node for any later one. */
export function verdictVariables(
  workflow: Workflow,
  marking: Marking,
  nodeId: string,
  token: number,
  verdict: 'approve' | 'return',
): JsonObject {
  const before = variablesAt(workflow, marking, token)['verdicts'];
  const verdicts = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
  return { verdict, verdicts: { ...verdicts, [nodeId]: verdict } };
}

/** Every submission is a round of its own, counted from 1. */
export function nextRound(workflow: Workflow, marking: Marking, token: number): number {
  const { round } = variablesAt(workflow, marking, token);
  return typeof round === 'number' ? round + 1 : 1;
}
