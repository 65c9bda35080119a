import { child, children, idOf, isA, nameOf } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

/** What a node must know of the file around it. */
export interface FileFacts {
  /** compensation: boundary event → the activity that an association leads to (§10.7.1) */
  readonly handlers: ReadonlyMap<string, string>;
  /** nodes that a message flow touches → the name of the message that it carries */
  readonly messages: ReadonlyMap<string, string>;
}

/** `roots` are the elements of the definitions. */
export function factsOf(roots: readonly ModdleElement[]): FileFacts {
  const handlers = new Map<string, string>();
  const messages = new Map<string, string>();
  for (const root of roots) {
    handlersIn(root, handlers);
    for (const flow of children(root, 'messageFlows')) nameMessage(flow, messages);
  }
  return { handlers, messages };
}

/** An association may be drawn from either end; what makes the activity the handler is that it is for compensation. */
function handlersIn(container: ModdleElement, handlers: Map<string, string>): void {
  for (const artifact of children(container, 'artifacts')) {
    if (artifact.$type !== 'bpmn:Association') continue;
    const ends = [child(artifact, 'sourceRef'), child(artifact, 'targetRef')];
    const event = ends.find((end) => end?.$type === 'bpmn:BoundaryEvent');
    const activity = ends.find((end) => end !== null && isA(end, 'bpmn:Activity'));
    if (event && activity) handlers.set(idOf(event), idOf(activity));
  }
  for (const element of children(container, 'flowElements')) {
    if (isA(element, 'bpmn:SubProcess')) handlersIn(element, handlers);
  }
}

/**
 * A message flow whose ends name no message still says who hears whom: both ends get the message of the flow, or one
 * named after the receiving node.
 */
function nameMessage(flow: ModdleElement, messages: Map<string, string>): void {
  const [source, target] = [child(flow, 'sourceRef'), child(flow, 'targetRef')];
  if (target === null) return;
  const name = messageName(child(flow, 'messageRef')) ?? ownMessage(target) ?? idOf(target);
  for (const end of [source, target]) if (end !== null && !messages.has(idOf(end))) messages.set(idOf(end), name);
}

/** The message that a node names itself: a task's, or the one of an event's first message definition. */
export function ownMessage(node: ModdleElement): string | null {
  const definitions = [...children(node, 'eventDefinitions'), ...children(node, 'eventDefinitionRef')];
  const named = definitions.find((each) => each.$type === 'bpmn:MessageEventDefinition') ?? node;
  const operation = child(named, 'operationRef');
  return messageName(child(named, 'messageRef')) ?? (operation && messageName(child(operation, 'inMessageRef')));
}

const messageName = (message: ModdleElement | null): string | null => (message === null ? null : called(message));

/** Messages and signals are matched by name; those without one by their id. */
export const called = (element: ModdleElement): string => nameOf(element) || idOf(element);
