import { ancestor, attribute } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { ARTIFACTS, CATCH_EVENTS, THROW_EVENTS } from './kinds.js';
import type { Rule } from './rule.js';
import { hasUnknownTrigger, triggersOf } from './standard-file.js';
import type { StandardFile } from './standard-file.js';

const source = (flow: BpmnElement, file: StandardFile): BpmnElement | null => file.target(attribute(flow, 'sourceRef'));
const target = (flow: BpmnElement, file: StandardFile): BpmnElement | null => file.target(attribute(flow, 'targetRef'));

/** The pool that an end of a message flow is or lies in, by the id of its process or participant. */
function poolOf(end: BpmnElement, file: StandardFile): string {
  if (end.name !== 'participant') return ancestor(end, 'process')?.id ?? end.id;
  return file.target(attribute(end, 'processRef'))?.id ?? end.id;
}

const withoutMessage = (event: BpmnElement, file: StandardFile): boolean =>
  !triggersOf(event, file).includes('message') && !hasUnknownTrigger(event, file);

export const messageFlowRules: readonly Rule[] = [
  {
    id: 'std-message-flow-artifact',
    clause: '7.6.2',
    severity: 'error',
    on: ['messageFlow'],
    broken: (flow, file) =>
      [source(flow, file), target(flow, file)].some((end) => end !== null && ARTIFACTS.includes(end.name)),
    message: '消息流{it}连着注释、分组或关联线。',
    cure: '请把消息流连到池、任务或消息事件上。',
  },
  {
    id: 'std-message-flow-pools',
    clause: '9.4',
    severity: 'error',
    on: ['messageFlow'],
    broken: (flow, file) => {
      const [from, to] = [source(flow, file), target(flow, file)];
      return from !== null && to !== null && (from === to || poolOf(from, file) === poolOf(to, file));
    },
    message: '消息流{it}的两头在同一个池里。',
    cure: '同一个池里的先后请画成连线；消息流只连不同的池。',
  },
  {
    id: 'std-message-flow-from-start-event',
    clause: '10.5.2',
    severity: 'error',
    on: ['messageFlow'],
    broken: (flow, file) => source(flow, file)?.name === 'startEvent',
    message: '消息流{it}从开始事件出来，开始事件只能收消息。',
    cure: '请改从发送任务、消息抛出事件或池画出这条消息流。',
  },
  {
    id: 'std-message-flow-to-end-event',
    clause: '10.5.3',
    severity: 'error',
    on: ['messageFlow'],
    broken: (flow, file) => target(flow, file)?.name === 'endEvent',
    message: '消息流{it}连到了结束事件，结束事件只能发消息。',
    cure: '请改连到接收任务、消息捕获事件或池。',
  },
  {
    id: 'std-start-event-without-message',
    clause: '10.5.2',
    severity: 'warning',
    on: ['startEvent'],
    broken: (event, file) => file.messageFlowsTo(event).length > 0 && withoutMessage(event, file),
    message: '有消息流连到开始事件{it}，它却不是消息开始事件。',
    cure: '请把它改成消息开始事件，或删除消息流。',
  },
  {
    id: 'std-end-event-without-message',
    clause: '10.5.3',
    severity: 'warning',
    on: ['endEvent'],
    broken: (event, file) => file.messageFlowsFrom(event).length > 0 && withoutMessage(event, file),
    message: '有消息流从结束事件{it}出来，它却不是消息结束事件。',
    cure: '请把它改成消息结束事件，或删除消息流。',
  },
  {
    id: 'std-throw-event-receives',
    clause: '10.5.4',
    severity: 'error',
    on: THROW_EVENTS.filter((name) => name !== 'endEvent'),
    broken: (event, file) => file.messageFlowsTo(event).length > 0,
    message: '抛出事件{it}是消息流的终点，它只能发消息。',
    cure: '请把它改成消息捕获事件，或把消息流的方向倒过来。',
  },
  {
    id: 'std-catch-event-sends',
    clause: '10.5.4',
    severity: 'error',
    on: CATCH_EVENTS.filter((name) => name !== 'startEvent'),
    broken: (event, file) => file.messageFlowsFrom(event).length > 0,
    message: '捕获事件{it}是消息流的起点，它只能收消息。',
    cure: '请把它改成消息抛出事件，或把消息流的方向倒过来。',
  },
];
