import type { FlowNode, Scope, UnsupportedNode, UnsupportedPart } from './model.js';
import { child, children, flag, idOf, nameOf, refId, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readTimer } from './read-timer.js';
import { readUserTask } from './read-user-task.js';

/** One flow node. What does not run becomes an `unsupported` node that the checks report with reason and cure. */
export function readNode(
  element: ModdleElement,
  unsupported: UnsupportedPart[],
  readScope: (container: ModdleElement) => Scope,
): FlowNode {
  const base = { id: idOf(element), name: nameOf(element) };
  const loop = child(element, 'loopCharacteristics');
  if (loop !== null) unsupported.push({ ...base, element: loop.$type });
  if (flag(element, 'isForCompensation')) unsupported.push({ ...base, element: 'bpmn:isForCompensation' });
  switch (element.$type) {
    case 'bpmn:StartEvent':
      return eventKey(element) === null ? { kind: 'startEvent', ...base } : notRun(element);
    case 'bpmn:EndEvent':
      return readEnd(element, base);
    case 'bpmn:UserTask':
      return readUserTask(element, base);
    case 'bpmn:ExclusiveGateway':
      return { kind: 'exclusiveGateway', ...base, defaultFlow: refId(element, 'default') };
    case 'bpmn:ParallelGateway':
      return { kind: 'parallelGateway', ...base };
    case 'bpmn:SubProcess':
      if (flag(element, 'triggeredByEvent')) return notRun(element, 'bpmn:SubProcess/event');
      return { kind: 'subProcess', ...base, scope: readScope(element) };
    case 'bpmn:BoundaryEvent':
      return readBoundary(element, base);
    default:
      return notRun(element);
  }
}

interface Base {
  readonly id: string;
  readonly name: string;
}

function readEnd(element: ModdleElement, base: Base): FlowNode {
  const key = eventKey(element);
  if (key === null) return { kind: 'endEvent', ...base, outcome: text(element, 'chengban:outcome') ?? 'accepted' };
  return key === 'error' ? { kind: 'errorEndEvent', ...base, error: errorCode(element) } : notRun(element);
}

function readBoundary(element: ModdleElement, base: Base): FlowNode {
  const key = eventKey(element);
  const attachedTo = refId(element, 'attachedToRef') ?? '';
  if (element.get('cancelActivity') === false) return notRun(element, 'bpmn:BoundaryEvent/non-interrupting');
  if (key === 'timer') return { kind: 'timerBoundary', ...base, attachedTo, timer: readTimer(element) };
  if (key === 'error') return { kind: 'errorBoundary', ...base, attachedTo, error: errorCode(element) };
  return notRun(element);
}

/** `timer`, `message`, … for one event definition, `multiple` for several, null for none. */
function eventKey(element: ModdleElement): string | null {
  const definitions = children(element, 'eventDefinitions');
  const references = element.get('eventDefinitionRef');
  const count = definitions.length + (Array.isArray(references) ? references.length : 0);
  if (count === 0) return null;
  const [only] = definitions;
  if (count > 1 || only === undefined) return 'multiple';
  const name = only.$type.replace(/^bpmn:/, '').replace(/EventDefinition$/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function errorCode(element: ModdleElement): string | null {
  const [definition] = children(element, 'eventDefinitions');
  const error = definition ? child(definition, 'errorRef') : null;
  return error === null ? null : (text(error, 'errorCode') ?? idOf(error));
}

function notRun(element: ModdleElement, key?: string): UnsupportedNode {
  const variant = element.$type.endsWith('Event') ? eventKey(element) : null;
  return {
    kind: 'unsupported',
    id: idOf(element),
    name: nameOf(element),
    element: key ?? (variant === null ? element.$type : `${element.$type}/${variant}`),
    attachedTo: element.$type === 'bpmn:BoundaryEvent' ? refId(element, 'attachedToRef') : null,
  };
}
