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

/** The earlier values of what is going to be written, the form's excepted: what people filled in is never taken back. */
export function overwritten(workflow: Workflow, marking: Marking, token: number, written: JsonObject): JsonObject {
  const before = variablesAt(workflow, marking, token);
  const names = Object.keys(written).filter((name) => name === 'verdict' || name === 'verdicts');
  return Object.fromEntries(names.map((name) => [name, before[name] ?? null]));
}
