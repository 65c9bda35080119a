import { attribute, childrenNamed, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import type { Rule } from './rule.js';
import { hasUnknownTrigger, triggersOf } from './standard-file.js';

const TOP_LEVEL = ['message', 'timer', 'conditional', 'signal'];
const EVENT_SUB_PROCESS = ['message', 'timer', 'conditional', 'signal', 'error', 'escalation', 'compensate'];

const inEventSubProcess = (event: BpmnElement): boolean =>
  event.parent?.name === 'subProcess' && isTrue(event.parent, 'triggeredByEvent');

/** What may create an instance without a start event (§10.5.6, §10.3.3). */
const hasStart = (scope: BpmnElement): boolean =>
  childrenNamed(scope, 'startEvent').length > 0 ||
  ['receiveTask', 'eventBasedGateway'].some((name) =>
    childrenNamed(scope, name).some((each) => isTrue(each, 'instantiate')),
  );

export const startEventRules: readonly Rule[] = [
  {
    id: 'std-start-event-incoming',
    clause: '10.5.2',
    severity: 'error',
    on: ['startEvent'],
    broken: (event, file) => file.incoming(event).size > 0,
    message: '开始事件{it}有连线进来。',
    cure: '请删除这条连线；要回到开头，请连到开始事件后面的第一个元素。',
  },
  {
    id: 'std-start-event-outgoing',
    clause: '10.5.2',
    severity: 'warning',
    on: ['startEvent'],
    broken: (event, file) => file.outgoing(event).size === 0,
    message: '开始事件{it}没有连线出去。',
    cure: '请从开始事件画一条连线到第一个元素。',
  },
  {
    id: 'std-end-without-start',
    clause: '10.5.2',
    severity: 'warning',
    on: ['endEvent'],
    broken: (event) => event.parent !== null && !hasStart(event.parent),
    message: '画了结束事件{it}，同一层却没有开始事件。',
    cure: '请在同一层画上开始事件，或删除结束事件。',
  },
  {
    id: 'std-start-without-end',
    clause: '10.5.3',
    severity: 'warning',
    on: ['startEvent'],
    broken: (event) => event.parent !== null && childrenNamed(event.parent, 'endEvent').length === 0,
    message: '画了开始事件{it}，同一层却没有结束事件。',
    cure: '请在同一层画上结束事件，或删除开始事件。',
  },
  {
    id: 'std-process-start-trigger',
    clause: '10.5.2',
    severity: 'error',
    on: ['startEvent'],
    broken: (event, file) =>
      event.parent?.name === 'process' && triggersOf(event, file).some((each) => !TOP_LEVEL.includes(each)),
    message: '流程的开始事件{it}用了不能启动流程的触发方式。',
    cure: '请改成无触发、消息、定时、条件或信号开始事件。',
  },
  {
    id: 'std-sub-process-start-trigger',
    clause: '10.5.2',
    severity: 'error',
    on: ['startEvent'],
    broken: (event, file) =>
      ['subProcess', 'transaction', 'adHocSubProcess'].includes(event.parent?.name ?? '') &&
      !inEventSubProcess(event) &&
      (triggersOf(event, file).length > 0 || childrenNamed(event, 'eventDefinitionRef').length > 0),
    message: '子流程的开始事件{it}有触发方式，子流程只由流到它的连线启动。',
    cure: '请改成无触发的开始事件；要由事件启动，请改用事件子流程。',
  },
  {
    id: 'std-event-sub-process-trigger',
    clause: '10.5.2',
    severity: 'error',
    on: ['startEvent'],
    broken: (event, file) => {
      if (!inEventSubProcess(event) || hasUnknownTrigger(event, file)) return false;
      const triggers = triggersOf(event, file);
      const quiet = attribute(event, 'isInterrupting') !== null && !isTrue(event, 'isInterrupting');
      return (
        triggers.length === 0 ||
        triggers.some((each) => !EVENT_SUB_PROCESS.includes(each)) ||
        (quiet && (triggers.includes('error') || triggers.includes('compensate')))
      );
    },
    message: '事件子流程的开始事件{it}没有触发方式，或用了不允许的触发方式。',
    cure: '请改成消息、定时、条件、信号、升级、错误或补偿开始事件；不中断的不能用错误和补偿。',
  },
  {
    id: 'std-called-process-none-start',
    clause: '10.5.2',
    severity: 'error',
    on: ['callActivity'],
    broken: (call, file) => {
      const called = file.target(attribute(call, 'calledElement'));
      if (called?.name !== 'process') return false;
      const events = childrenNamed(called, 'startEvent');
      const none = (event: BpmnElement): boolean =>
        triggersOf(event, file).length === 0 && childrenNamed(event, 'eventDefinitionRef').length === 0;
      return events.length > 0 && !events.some(none) ? [called] : [];
    },
    message: '流程{it}被调用活动调用，却没有无触发的开始事件。',
    cure: '请在被调用的流程里画一个无触发的开始事件。',
  },
];
