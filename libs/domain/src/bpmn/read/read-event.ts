import type { FileFacts } from './file-facts.js';
import type { FlowEvent, Trigger } from '../model.js';
import { flag, refId, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readInputs, readOutputs } from './read-mappings.js';
import type { Named } from './read-node.js';
import { readTriggers } from './read-triggers.js';

/** An event (§10.5); null for anything else, and for a trigger that the standard does not know. */
export function readEvent(element: ModdleElement, named: Named, facts: FileFacts): FlowEvent | null {
  const read = readTriggers(element, facts);
  const triggers = read.filter((each): each is Trigger => each !== null);
  if (triggers.length < read.length) return null;
  const parallelMultiple = flag(element, 'parallelMultiple') && triggers.length > 1;
  switch (element.$type) {
    case 'bpmn:StartEvent': {
      const interrupting = element.get('isInterrupting') !== false;
      return { kind: 'startEvent', ...named, triggers, parallelMultiple, interrupting, outputs: readOutputs(element) };
    }
    case 'bpmn:IntermediateCatchEvent':
      return { kind: 'intermediateCatchEvent', ...named, triggers, parallelMultiple, outputs: readOutputs(element) };
    case 'bpmn:BoundaryEvent':
      return {
        kind: 'boundaryEvent',
        ...named,
        attachedTo: refId(element, 'attachedToRef') ?? '',
        triggers,
        parallelMultiple,
        interrupting: element.get('cancelActivity') !== false,
        handler: handlerOf(named.id, triggers, facts),
        outputs: readOutputs(element),
      };
    case 'bpmn:IntermediateThrowEvent':
      return { kind: 'intermediateThrowEvent', ...named, triggers, inputs: readInputs(element) };
    case 'bpmn:EndEvent': {
      const outcome = text(element, 'chengban:outcome') ?? 'accepted';
      return { kind: 'endEvent', ...named, triggers, outcome, inputs: readInputs(element) };
    }
    default:
      return null;
  }
}

const handlerOf = (id: string, triggers: readonly Trigger[], { handlers }: FileFacts): string | null =>
  triggers.some((trigger) => trigger.kind === 'compensation') ? (handlers.get(id) ?? null) : null;
