import { supportedElements } from '@chengban/domain';
import { elementKey, kindName, kindWord } from './kind-names';

test('every element of the table has a Chinese name', () => {
  for (const { element } of supportedElements) expect(kindWord(element)).toMatch(/^[\p{Script=Han}（），]+$/u);
});

test('an event is called by what triggers it', () => {
  const timer = { eventDefinitions: [{ $type: 'bpmn:TimerEventDefinition' }] };
  expect(kindName({ $type: 'bpmn:IntermediateCatchEvent', ...timer })).toBe('等待时间');
  expect(kindName({ $type: 'bpmn:BoundaryEvent', ...timer, cancelActivity: true })).toBe('超时');
  expect(kindName({ $type: 'bpmn:BoundaryEvent', ...timer, cancelActivity: false })).toBe('到期提醒');
});

test('an event with several triggers, and a sub-process that an event starts, have keys of their own', () => {
  const both = [{ $type: 'bpmn:TimerEventDefinition' }, { $type: 'bpmn:SignalEventDefinition' }];
  expect(elementKey({ $type: 'bpmn:StartEvent', eventDefinitions: both })).toBe('bpmn:StartEvent/multiple');
  expect(elementKey({ $type: 'bpmn:StartEvent', eventDefinitions: both, parallelMultiple: true })).toBe(
    'bpmn:StartEvent/parallelMultiple',
  );
  expect(kindName({ $type: 'bpmn:SubProcess', triggeredByEvent: true })).toBe('事件子流程');
});

test('a name that the table does not know is shown as it is', () => {
  expect(kindWord('bpmn:Strange')).toBe('Strange');
});
