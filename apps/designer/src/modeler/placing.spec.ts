import type { Element } from 'bpmn-js/lib/model/Types';
import { allKinds, type NodeKind } from './node-kinds.js';
import { canAppend, canSplitLine } from './placing.js';

const parents: Record<string, readonly string[]> = {
  'bpmn:UserTask': ['bpmn:Activity', 'bpmn:FlowNode'],
  'bpmn:ServiceTask': ['bpmn:Activity', 'bpmn:FlowNode'],
  'bpmn:ScriptTask': ['bpmn:Activity', 'bpmn:FlowNode'],
  'bpmn:SubProcess': ['bpmn:Activity', 'bpmn:FlowNode'],
  'bpmn:Transaction': ['bpmn:SubProcess', 'bpmn:Activity', 'bpmn:FlowNode'],
  'bpmn:EventBasedGateway': ['bpmn:Gateway', 'bpmn:FlowNode'],
  'bpmn:StartEvent': ['bpmn:Event', 'bpmn:FlowNode'],
  'bpmn:EndEvent': ['bpmn:Event', 'bpmn:FlowNode'],
};

function drawn(type: string, properties: Record<string, unknown> = {}): Element {
  const businessObject = {
    $type: type,
    get: (name: string) => properties[name],
    $instanceOf: (other: string) => other === type || (parents[type] ?? []).includes(other),
  };
  return { type, businessObject } as unknown as Element;
}

const kind = (id: string): NodeKind => allKinds.find((one) => one.id === id)!;
const behind = (element: Element): string[] => allKinds.filter((one) => canAppend(element, one)).map(({ id }) => id);

test('behind a gateway that waits for the first only waiting may stand', () => {
  expect(behind(drawn('bpmn:EventBasedGateway')).sort()).toEqual(
    ['receive', 'wait-condition', 'wait-message', 'wait-signal', 'wait-time'].sort(),
  );
});

test('nothing stands behind an end, an event sub-process, or what undoes another step', () => {
  expect(behind(drawn('bpmn:EndEvent'))).toEqual([]);
  expect(behind(drawn('bpmn:SubProcess', { triggeredByEvent: true }))).toEqual([]);
  expect(behind(drawn('bpmn:UserTask', { isForCompensation: true }))).toEqual([]);
});

test('a time limit is for what stays a while, an error for what can fail, cancelling for a transaction', () => {
  const may = (type: string, id: string): boolean => canAppend(drawn(type), kind(id));
  expect([may('bpmn:UserTask', 'timer'), may('bpmn:ScriptTask', 'timer')]).toEqual([true, false]);
  expect([may('bpmn:ServiceTask', 'error-catch'), may('bpmn:UserTask', 'error-catch')]).toEqual([true, false]);
  expect([may('bpmn:Transaction', 'border-cancel'), may('bpmn:SubProcess', 'border-cancel')]).toEqual([true, false]);
  expect([may('bpmn:SubProcess', 'border-escalation'), may('bpmn:UserTask', 'border-escalation')]).toEqual([
    true,
    false,
  ]);
});

test('starts, ends and what stands on a border never go into a line', () => {
  const no = allKinds.filter((one) => !canSplitLine(one)).map(({ type }) => type);
  expect([...new Set(no)].sort()).toEqual([
    'bpmn:BoundaryEvent',
    'bpmn:EndEvent',
    'bpmn:StartEvent',
    'bpmn:SubProcess',
  ]);
});
