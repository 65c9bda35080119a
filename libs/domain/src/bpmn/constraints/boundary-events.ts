import { attribute, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { ACTIVITIES } from './kinds.js';
import type { Rule } from './rule.js';
import { hasUnknownTrigger, triggersOf } from './standard-file.js';
import type { StandardFile } from './standard-file.js';

const INTERRUPTING = ['message', 'timer', 'conditional', 'signal', 'escalation', 'error', 'cancel', 'compensate'];
const QUIET = ['message', 'timer', 'conditional', 'signal', 'escalation'];

const compensates = (event: BpmnElement, file: StandardFile): boolean => triggersOf(event, file).includes('compensate');

/** The activities that associations lead to from a compensation event, whichever way they are drawn. */
function handlers(event: BpmnElement, file: StandardFile): readonly BpmnElement[] {
  return file.associationsOf(event).flatMap((association) => {
    const ends = ['sourceRef', 'targetRef'].map((key) => file.target(attribute(association, key)));
    return ends.filter((end) => end !== null && end !== event && ACTIVITIES.includes(end.name)) as BpmnElement[];
  });
}

export const boundaryEventRules: readonly Rule[] = [
  {
    id: 'std-boundary-trigger',
    clause: '10.5.4',
    severity: 'error',
    on: ['boundaryEvent'],
    broken: (event, file) => {
      if (hasUnknownTrigger(event, file)) return false;
      const allowed = isTrue(event, 'cancelActivity', true) ? INTERRUPTING : QUIET;
      const triggers = triggersOf(event, file);
      return triggers.length === 0 || triggers.some((each) => !allowed.includes(each));
    },
    message: '边界事件{it}没有触发方式，或用了不允许的触发方式。',
    cure: '请改成消息、定时、条件、信号、升级、错误、取消或补偿事件；不中断的只能用前五种。',
  },
  {
    id: 'std-cancel-boundary',
    clause: '10.5.4',
    severity: 'error',
    on: ['boundaryEvent'],
    broken: (event, file) => {
      const host = file.target(attribute(event, 'attachedToRef'));
      return triggersOf(event, file).includes('cancel') && host !== null && host.name !== 'transaction';
    },
    message: '取消边界事件{it}没有附在事务上。',
    cure: '请把它拖到事务的边框上，或改成别的边界事件。',
  },
  {
    id: 'std-boundary-incoming',
    clause: '10.5.4',
    severity: 'error',
    on: ['boundaryEvent'],
    broken: (event, file) => file.incoming(event).size > 0,
    message: '边界事件{it}有连线进来，它只由它所在的活动触发。',
    cure: '请把连线改连到活动本身，或删除连线。',
  },
  {
    id: 'std-boundary-outgoing',
    clause: '10.5.4',
    severity: 'warning',
    on: ['boundaryEvent'],
    broken: (event, file) =>
      file.outgoing(event).size === 0 && !compensates(event, file) && !hasUnknownTrigger(event, file),
    message: '边界事件{it}没有连线出去。',
    cure: '请从它画一条连线到触发以后要走的元素。',
  },
  {
    id: 'std-compensation-boundary-outgoing',
    clause: '10.5.4',
    severity: 'error',
    on: ['boundaryEvent'],
    broken: (event, file) => file.outgoing(event).size > 0 && compensates(event, file),
    message: '补偿边界事件{it}有连线出去。',
    cure: '请删除连线，用关联线连到补偿活动。',
  },
  {
    id: 'std-compensation-handler-missing',
    clause: '10.7.1',
    severity: 'error',
    on: ['boundaryEvent'],
    broken: (event, file) => compensates(event, file) && handlers(event, file).length !== 1,
    message: '补偿边界事件{it}没有连着恰好一个补偿活动。',
    cure: '请用关联线把它连到一个补偿活动，多余的请删除。',
  },
  {
    id: 'std-compensation-handler-unmarked',
    clause: '10.7.1',
    severity: 'error',
    on: ['boundaryEvent'],
    broken: (event, file) =>
      compensates(event, file) && handlers(event, file).some((each) => !isTrue(each, 'isForCompensation')),
    message: '补偿边界事件{it}连着的活动没有标为补偿活动。',
    cure: '请把那个活动标为补偿（isForCompensation），它不能有进出的连线。',
  },
];
