import type { Instant } from '../shared/instant.js';
import { nodeOf } from '../compile/compiled-flow.js';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Refusal } from '../shared/refusal.js';
import type { ActionJson } from '../compile/machine-json.js';
import type { AskedAction } from './inert-scope.js';
import type { Effect, StepEvent } from './marking.js';
import { badTimer, collision } from './refusals.js';
import { timerDue } from './timer-due.js';
import type { Workflow } from './workflow.js';

export interface Reached {
  readonly nodeId: string;
  readonly outcome: string;
}

/** The machine's actions as effects, in order; what only moves tokens inside the machine is left out. */
export function readActions(
  { compiled }: Workflow,
  actions: readonly AskedAction[],
  event: StepEvent | null,
  now: Instant,
): Result<{ readonly effects: readonly Effect[]; readonly reached: Reached | null }, Refusal> {
  const effects: Effect[] = [];
  let reached: Reached | null = null;
  // The event's own task or timer goes first, and once: a later leave of the same node in this step is a cancel.
  let acted = event?.nodeId ?? null;
  for (const action of actions as readonly ActionJson[]) {
    switch (action.type) {
      case 'pass':
        effects.push({ type: 'pass', elementId: action.params.element });
        break;
      case 'open':
        effects.push({ type: 'task.open', nodeId: action.params.node });
        break;
      case 'leave': {
        const nodeId = action.params.node;
        if (nodeId === acted) effects.push({ type: 'task.close', nodeId });
        else cancel(effects, 'task.open', { type: 'task.cancel', nodeId });
        if (nodeId === acted) acted = null;
        break;
      }
      case 'startTimer': {
        const nodeId = action.params.timer;
        const dueAt = timerDue(nodeOf(compiled, nodeId).timer, now);
        if (dueAt === null) return fail(badTimer(nodeOf(compiled, nodeId).name || nodeId));
        effects.push({ type: 'timer.start', nodeId, dueAt });
        break;
      }
      case 'stopTimer': {
        const nodeId = action.params.timer;
        if (nodeId === acted) acted = null;
        else cancel(effects, 'timer.start', { type: 'timer.cancel', nodeId });
        break;
      }
      case 'reach':
        reached = { nodeId: action.params.node, outcome: action.params.outcome };
        break;
      case 'collide':
        return fail(collision(nodeOf(compiled, action.params.node).name || action.params.node));
      default:
        break;
    }
  }
  return ok({ effects, reached });
}

/** What was opened and cancelled within one step never existed for anyone: both vanish. */
function cancel(
  effects: Effect[],
  opening: 'task.open' | 'timer.start',
  closing: Effect & { readonly nodeId: string },
): void {
  const at = effects.findLastIndex((each) => each.type === opening && each.nodeId === closing.nodeId);
  if (at >= 0) effects.splice(at, 1);
  else effects.push(closing);
}
