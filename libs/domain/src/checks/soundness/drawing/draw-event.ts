import type {
  EndEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  StartEvent,
  Trigger,
} from '../../../bpmn/model.js';
import type { Leave, Vertex } from '../graph/graph.js';
import { actOf, ending, isBehindChoice, leaving, merged, node, split } from './scope-drawing.js';
import type { Ends, ScopeDrawing } from './scope-drawing.js';
import { escalationEnds } from './setting.js';
import { writesOf } from '../graph/writes.js';

export function drawStart(drawing: ScopeDrawing, event: StartEvent): Ends {
  const first = node(drawing, event.id, null);
  return { entry: first, exit: split(drawing, event, first) };
}

/** Links join their throwing and catching halves as a flow would (§10.5.1). */
export function drawCatch(drawing: ScopeDrawing, event: IntermediateCatchEvent): Ends {
  const { graph } = drawing;
  const link = event.triggers.some((trigger) => trigger.kind === 'link');
  const waits = !link && !isBehindChoice(drawing, event.id);
  const first = node(drawing, event.id, waits ? actOf(event) : null, {
    stays: waits ? event.id : null,
    rests: waits ? event.id : null,
    writes: waits ? writesOf(event) : [],
  });
  let entry: Vertex = merged(drawing, event.id, first);
  if (link) {
    entry = graph.add('merge', event.id);
    graph.connect(entry, first);
  }
  return { entry, exit: split(drawing, event, first) };
}

export function drawThrow(drawing: ScopeDrawing, event: IntermediateThrowEvent): Ends {
  const leave = endedBy(drawing, event.triggers);
  const first =
    leave === null
      ? node(drawing, event.id, null, telling(drawing, event.triggers))
      : leaving(drawing, event.id, leave);
  const entry = merged(drawing, event.id, first);
  if (leave !== null) return { entry, exit: split(drawing, event, node(drawing, event.id, null)) };
  const link = event.triggers.find((trigger) => trigger.kind === 'link');
  return { entry, exit: link === undefined ? split(drawing, event, first) : first };
}

export function drawEnd(drawing: ScopeDrawing, event: EndEvent): Ends {
  const leave = endedBy(drawing, event.triggers);
  const last =
    leave === null ? ending(drawing, event.id, countsOnce(drawing, event.id)) : leaving(drawing, event.id, leave);
  last.emits = telling(drawing, event.triggers).emits ?? [];
  return { entry: merged(drawing, event.id, last), exit: null };
}

/** A process ends once; in a sub-process tokens may meet in an end, yet not come to it one after the other on one flow. */
const countsOnce = ({ setting }: ScopeDrawing, id: string): boolean =>
  setting.kind === 'process' || setting.index.incoming(id).length === 1;

/** Terminate ends the scope, an error or cancel too, an escalation when what listens to it is interrupting (§13.5.6). */
function endedBy({ setting }: ScopeDrawing, triggers: readonly Trigger[]): Leave | null {
  for (const trigger of triggers) {
    if (trigger.kind === 'terminate' || trigger.kind === 'cancel') return { kind: trigger.kind, code: null };
    if (trigger.kind === 'error') return { kind: 'error', code: trigger.code };
    if (trigger.kind === 'escalation' && escalationEnds(setting, trigger.code) === 'yes')
      return { kind: 'escalation', code: trigger.code };
  }
  return null;
}

const telling = ({ setting }: ScopeDrawing, triggers: readonly Trigger[]): { readonly emits?: readonly string[] } => ({
  emits: triggers.flatMap((trigger) =>
    trigger.kind === 'escalation' && escalationEnds(setting, trigger.code) === 'no' ? [trigger.code ?? ''] : [],
  ),
});
