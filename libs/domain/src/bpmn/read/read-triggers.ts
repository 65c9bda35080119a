import type { Trigger } from '../model.js';
import { called, ownMessage } from './file-facts.js';
import type { FileFacts } from './file-facts.js';
import { child, children, idOf, nameOf, refId, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readExpression } from './read-expression.js';
import { readTimer } from './read-timer.js';

/** The event definitions of an event, its own and those of the file that it refers to, in this order. */
export function definitionsOf(event: ModdleElement): readonly ModdleElement[] {
  return [...children(event, 'eventDefinitions'), ...children(event, 'eventDefinitionRef')];
}

/** What an event waits for or throws; null for a definition the standard does not know. */
export function readTriggers(event: ModdleElement, { messages }: FileFacts): readonly (Trigger | null)[] {
  return definitionsOf(event).map((definition) => {
    const trigger = readTrigger(definition, event);
    if (trigger?.kind !== 'message' || trigger.name !== null) return trigger;
    return { ...trigger, name: messages.get(idOf(event)) ?? null };
  });
}

/** One event definition; `event` is where our own settings of it are drawn, null inside loop markers. */
export function readTrigger(definition: ModdleElement, event: ModdleElement | null): Trigger | null {
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition':
      return {
        kind: 'message',
        name: ownMessage(definition),
        correlation: event === null ? null : text(event, 'chengban:correlation'),
      };
    case 'bpmn:SignalEventDefinition': {
      const signal = child(definition, 'signalRef');
      return { kind: 'signal', name: signal === null ? null : called(signal) };
    }
    case 'bpmn:TimerEventDefinition':
      return { kind: 'timer', timer: readTimer(definition) };
    case 'bpmn:ConditionalEventDefinition':
      return { kind: 'conditional', condition: readExpression(definition, 'condition') };
    case 'bpmn:ErrorEventDefinition':
      return { kind: 'error', code: codeOf(child(definition, 'errorRef'), 'errorCode') };
    case 'bpmn:EscalationEventDefinition':
      return { kind: 'escalation', code: codeOf(child(definition, 'escalationRef'), 'escalationCode') };
    case 'bpmn:CompensateEventDefinition': {
      const wait = definition.get('waitForCompletion') !== false;
      return { kind: 'compensation', activity: refId(definition, 'activityRef'), wait };
    }
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' };
    case 'bpmn:TerminateEventDefinition':
      return { kind: 'terminate' };
    case 'bpmn:LinkEventDefinition':
      return { kind: 'link', name: nameOf(definition) };
    default:
      return null;
  }
}

const codeOf = (element: ModdleElement | null, property: string): string | null =>
  element === null ? null : (text(element, property) ?? idOf(element));
