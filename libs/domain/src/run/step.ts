import type { Instant } from '../shared/instant.js';
import { nodeOf } from '../compile/compiled-flow.js';
import type { JsonObject } from '../shared/json.js';
import { fail } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Refusal } from '../shared/refusal.js';
import { transition } from './inert-scope.js';
import type { Effect, Marking, StepEvent } from './marking.js';
import { completed, endless, notATask, notActive, unknownNode } from './refusals.js';
import { restore } from './restore.js';
import { settle } from './settle.js';
import type { Workflow } from './workflow.js';

export type StepResult = Result<{ readonly marking: Marking; readonly effects: readonly Effect[] }, Refusal>;

/**
 * One event → where the instance stands next and what has to be done. Pure: the same arguments give the same answer, and
 * a refusal leaves everything as it was. `variables` of a completed task replace those of the same name.
 */
export function step(workflow: Workflow, marking: Marking, event: StepEvent, now: Instant): StepResult {
  if (marking.status === 'completed') return fail(completed());
  const refused = refuseEvent(workflow, marking, event);
  if (refused !== null) return fail(refused);
  const variables: JsonObject =
    event.type === 'complete' ? { ...marking.variables, ...event.variables } : marking.variables;
  const restored = restore(workflow, { ...marking, variables });
  if (!restored.ok) return restored;
  try {
    const recording = transition(workflow.machine, restored.value, { type: event.type, nodeId: event.nodeId } as never);
    return settle(workflow, { ...marking, variables }, recording, event, now);
  } catch (error) {
    if (isEndless(error)) return fail(endless());
    throw error;
  }
}

export const isEndless = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Infinite loop detected');

function refuseEvent({ compiled }: Workflow, marking: Marking, event: StepEvent): Refusal | null {
  const node = Object.hasOwn(compiled.nodes, event.nodeId) ? nodeOf(compiled, event.nodeId) : null;
  if (node === null) return unknownNode(event.nodeId);
  const name = node.name === '' ? event.nodeId : node.name;
  if (event.type === 'complete') {
    if (node.kind !== 'userTask') return notATask(name);
    return marking.active.includes(event.nodeId) ? null : notActive(name);
  }
  if (node.kind !== 'timerBoundary') return notATask(name);
  return isInside(node.attachedTo ?? '', marking, compiled) ? null : notActive(name);
}

/** Whether a token rests at a node, or anywhere inside it when it is a sub-process. */
function isInside(host: string, marking: Marking, compiled: Workflow['compiled']): boolean {
  const within = (scope: string | undefined): boolean => {
    for (let at = scope; at !== undefined && at !== compiled.processId; at = compiled.nodes[at]?.scope) {
      if (at === host) return true;
    }
    return false;
  };
  return (
    marking.active.includes(host) ||
    marking.active.some((id) => within(compiled.nodes[id]?.scope)) ||
    Object.keys(marking.joins).some((flow) => within(compiled.flows[flow]?.scope))
  );
}
