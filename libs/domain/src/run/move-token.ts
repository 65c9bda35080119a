import type { Instant } from '../shared/instant.js';
import { nodeOf } from '../compile/compiled-flow.js';
import { fail, ok } from '../shared/result.js';
import type { Effect, Marking } from './marking.js';
import { badTimer, notActive } from './refusals.js';
import { restore } from './restore.js';
import type { StepResult } from './step.js';
import { timerDue } from './timer-due.js';
import type { Workflow } from './workflow.js';

/**
 * Moves the only token from one user task to another, against the drawing: a return the flow does not draw. Timers of
 * what is left are cancelled, timers of what is entered start. The result must be a marking of this very machine.
 */
export function moveToken(workflow: Workflow, marking: Marking, from: string, to: string, now: Instant): StepResult {
  const { compiled } = workflow;
  if (marking.active.length !== 1 || marking.active[0] !== from)
    return fail(notActive(compiled.nodes[from]?.name || from));
  const left = hostsOf(workflow, from);
  const entered = hostsOf(workflow, to);
  const effects: Effect[] = [{ type: 'task.close', nodeId: from }];
  for (const host of left) {
    if (entered.includes(host) && host !== from) continue;
    for (const nodeId of timersOn(workflow, host)) effects.push({ type: 'timer.cancel', nodeId });
  }
  for (const host of entered.toReversed()) {
    if (left.includes(host) && host !== to) continue;
    effects.push({ type: 'pass', elementId: host });
    if (host === to) effects.push({ type: 'task.open', nodeId: to });
    for (const nodeId of timersOn(workflow, host)) {
      const dueAt = timerDue(nodeOf(compiled, nodeId).timer, now);
      if (dueAt === null) return fail(badTimer(nodeOf(compiled, nodeId).name || nodeId));
      effects.push({ type: 'timer.start', nodeId, dueAt });
    }
  }
  const visited = [...new Set([...marking.visited, ...entered.toReversed()])];
  const next: Marking = { ...marking, status: 'running', active: [to], visited, incidents: [] };
  const restored = restore(workflow, next);
  return restored.ok ? ok({ marking: next, effects }) : restored;
}

/** The node and the sub-processes around it, innermost first. */
function hostsOf({ compiled }: Workflow, nodeId: string): readonly string[] {
  const hosts = [nodeId];
  for (let scope = compiled.nodes[nodeId]?.scope; scope !== undefined && scope !== compiled.processId;) {
    hosts.push(scope);
    scope = compiled.nodes[scope]?.scope;
  }
  return hosts;
}

const timersOn = ({ compiled }: Workflow, host: string): readonly string[] =>
  Object.keys(compiled.nodes).filter(
    (id) => nodeOf(compiled, id).kind === 'timerBoundary' && nodeOf(compiled, id).attachedTo === host,
  );
