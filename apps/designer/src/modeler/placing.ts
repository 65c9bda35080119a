import type { Element } from 'bpmn-js/lib/model/Types';
import { is, objectOf } from './moddle.js';
import type { NodeKind } from './node-kinds.js';

const isAny = (element: Element, types: readonly string[]): boolean => types.some((type) => is(element, type));

/** Activities that stay a while, so that something can happen meanwhile. */
const STAYING = ['bpmn:UserTask', 'bpmn:ReceiveTask', 'bpmn:ServiceTask', 'bpmn:SubProcess', 'bpmn:CallActivity'];
/** … that can end in an error, and that can tell the flow around them something. */
const FAILING = ['bpmn:SubProcess', 'bpmn:CallActivity', 'bpmn:ServiceTask'];
const TELLING = ['bpmn:SubProcess', 'bpmn:CallActivity'];

/** Which kinds may stand behind (or on) this node. */
export function canAppend(source: Element, kind: NodeKind): boolean {
  if (kind.type === 'bpmn:BoundaryEvent') return canStandOn(source, kind);
  if (kind.type === 'bpmn:StartEvent' || kind.properties?.['triggeredByEvent']) return false;
  if (!is(source, 'bpmn:FlowNode') || is(source, 'bpmn:EndEvent') || isAside(source)) return false;
  // the standard lets only waiting stand behind it (§10.6.6)
  return !is(source, 'bpmn:EventBasedGateway') || waits(kind);
}

/** Whether this kind of boundary event can ever happen on this activity. */
export function canStandOn(host: Element, kind: NodeKind): boolean {
  if (!is(host, 'bpmn:Activity') || isAside(host)) return false;
  switch (kind.shape?.['eventDefinitionType']) {
    case 'bpmn:ErrorEventDefinition':
      return isAny(host, FAILING);
    case 'bpmn:EscalationEventDefinition':
      return isAny(host, TELLING);
    case 'bpmn:CancelEventDefinition':
      return is(host, 'bpmn:Transaction');
    default:
      return isAny(host, STAYING);
  }
}

/** Goes between two nodes of a line. */
export const canSplitLine = ({ type, properties }: NodeKind): boolean =>
  !['bpmn:StartEvent', 'bpmn:EndEvent', 'bpmn:BoundaryEvent'].includes(type) && !properties?.['triggeredByEvent'];

const waits = ({ type }: NodeKind): boolean => type === 'bpmn:IntermediateCatchEvent' || type === 'bpmn:ReceiveTask';

/** No line of the flow touches it: an event sub-process, an activity that undoes another. */
const isAside = (element: Element): boolean => {
  const object = objectOf(element);
  return object.get('triggeredByEvent') === true || object.get('isForCompensation') === true;
};
