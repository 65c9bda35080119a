import type { JsonObject } from '../shared/json.js';
import type { Marking } from '../run/marking.js';

/** The variables a review leaves behind: `verdict` for the next gateway, `verdicts` by node for any later one. */
export function verdictVariables(marking: Marking, nodeId: string, verdict: 'approve' | 'return'): JsonObject {
  const before = marking.variables['verdicts'];
  const verdicts = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
  return { verdict, verdicts: { ...verdicts, [nodeId]: verdict } };
}

/** Every submission is a round of its own, counted from 1. */
export function nextRound(marking: Marking): number {
  const round = marking.variables['round'];
  return typeof round === 'number' ? round + 1 : 1;
}
