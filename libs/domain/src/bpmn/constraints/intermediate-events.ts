import type { Rule } from './rule.js';
import { hasUnknownTrigger, triggersOf } from './standard-file.js';

const CAUGHT = ['message', 'timer', 'conditional', 'link', 'signal'];
const THROWN = ['message', 'escalation', 'compensate', 'link', 'signal'];
const BOTH = ['intermediateCatchEvent', 'intermediateThrowEvent'];

export const intermediateEventRules: readonly Rule[] = [
  {
    id: 'std-intermediate-incoming',
    clause: '10.5.4',
    severity: 'warning',
    on: BOTH,
    broken: (event, file) =>
      file.incoming(event).size === 0 &&
      !(event.name === 'intermediateCatchEvent' && triggersOf(event, file).includes('link')),
    message: '中间事件{it}没有连线进来。',
    cure: '请把前一个元素连到它，或删除它。',
  },
  {
    id: 'std-intermediate-outgoing',
    clause: '10.5.4',
    severity: 'warning',
    on: BOTH,
    broken: (event, file) =>
      file.outgoing(event).size === 0 &&
      !(event.name === 'intermediateThrowEvent' && triggersOf(event, file).includes('link')),
    message: '中间事件{it}没有连线出去。',
    cure: '请从它画一条连线到下一个元素；流程到此为止的，请改用结束事件。',
  },
  {
    id: 'std-link-flows',
    clause: '10.5.4',
    severity: 'error',
    on: BOTH,
    broken: (event, file) =>
      triggersOf(event, file).includes('link') &&
      (event.name === 'intermediateThrowEvent' ? file.outgoing(event) : file.incoming(event)).size > 0,
    message: '链接事件{it}两头都接了连线：出口只进不出，入口只出不进。',
    cure: '请删除多余的连线，跳转由同名的链接完成。',
  },
  {
    id: 'std-catch-event-trigger',
    clause: '10.5.4',
    severity: 'error',
    on: ['intermediateCatchEvent'],
    broken: (event, file) => {
      const triggers = triggersOf(event, file);
      return (
        !hasUnknownTrigger(event, file) && (triggers.length === 0 || triggers.some((each) => !CAUGHT.includes(each)))
      );
    },
    message: '中间捕获事件{it}没有写等什么，或等的不是消息、定时、条件、信号、链接。',
    cure: '请给它选一种允许的触发方式；错误、升级、取消和补偿请改用边界事件。',
  },
  {
    id: 'std-throw-event-trigger',
    clause: '10.5.4',
    severity: 'error',
    on: ['intermediateThrowEvent'],
    broken: (event, file) => triggersOf(event, file).some((each) => !THROWN.includes(each)),
    message: '中间抛出事件{it}抛出的不是消息、信号、升级、补偿或链接。',
    cure: '请改成允许的一种；错误、取消和终止请改用结束事件，定时和条件请改用捕获事件。',
  },
];
