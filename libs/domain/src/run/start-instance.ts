import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import { fail } from '../shared/result.js';
import type { MachineContext } from './implementations.js';
import { start } from './inert-scope.js';
import type { Marking } from './marking.js';
import { endless, wrongDefinition } from './refusals.js';
import { settle } from './settle.js';
import { isEndless } from './step.js';
import type { StepResult } from './step.js';
import type { Workflow } from './workflow.js';

/** The names every condition may read, so that none is unknown before it is first set. */
const DEFAULTS: JsonObject = { form: {}, verdict: null, verdicts: {}, round: 0, unit: {} };

/** A new instance, run until it first has to wait. `variables` come on top of `form`, `verdict`, `verdicts`, `round`, `unit`. */
export function startInstance(
  workflow: Workflow,
  variables: JsonObject,
  now: Instant,
  definitionHash: string,
): StepResult {
  if (workflow.definitionHash !== null && workflow.definitionHash !== definitionHash) return fail(wrongDefinition());
  const marking: Marking = {
    format: 1,
    behaviour: 1,
    definition: definitionHash,
    status: 'running',
    active: [],
    joins: {},
    visited: [],
    variables: { ...DEFAULTS, ...variables },
    outcome: null,
    incidents: [],
  };
  const context: MachineContext = { variables: marking.variables, joins: {}, tokens: {} };
  try {
    return settle(workflow, marking, start(workflow.machine, context), null, now);
  } catch (error) {
    if (isEndless(error)) return fail(endless());
    throw error;
  }
}
