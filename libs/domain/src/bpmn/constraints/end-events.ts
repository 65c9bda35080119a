import { ancestor } from './bpmn-tree.js';
import type { Rule } from './rule.js';
import { triggersOf } from './standard-file.js';

const THROWN = ['message', 'escalation', 'error', 'cancel', 'compensate', 'signal', 'terminate'];

export const endEventRules: readonly Rule[] = [
  {
    id: 'std-end-event-outgoing',
    clause: '10.5.3',
    severity: 'error',
    on: ['endEvent'],
    broken: (event, file) => file.outgoing(event).size > 0,
    message: '结束事件{it}有连线出去。',
    cure: '请删除这条连线；还有后续步骤的，请改用中间事件。',
  },
  {
    id: 'std-end-event-incoming',
    clause: '10.5.3',
    severity: 'warning',
    on: ['endEvent'],
    broken: (event, file) => file.incoming(event).size === 0,
    message: '结束事件{it}没有连线进来。',
    cure: '请把前一个元素连到它，或删除它。',
  },
  {
    id: 'std-cancel-end-event',
    clause: '10.5.3',
    severity: 'error',
    on: ['endEvent'],
    broken: (event, file) => triggersOf(event, file).includes('cancel') && ancestor(event, 'transaction') === null,
    message: '取消结束事件{it}不在事务里。',
    cure: '请把它移到事务里面，或改成别的结束事件。',
  },
  {
    id: 'std-end-event-trigger',
    clause: '10.5.3',
    severity: 'error',
    on: ['endEvent'],
    broken: (event, file) => triggersOf(event, file).some((each) => !THROWN.includes(each)),
    message: '结束事件{it}用了定时、条件或链接，结束事件不能等待，也不能跳转。',
    cure: '请改成普通、消息、升级、错误、取消、补偿、信号或终止结束事件。',
  },
];
