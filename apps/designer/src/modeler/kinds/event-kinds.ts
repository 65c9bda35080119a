import type { NodeKind } from './node-kind.js';

type Extra = Partial<NodeKind> & { definition?: string };

function event(id: string, label: string, hint: string, icon: string, type: string, extra: Extra = {}): NodeKind {
  const { definition, properties, ...rest } = extra;
  return {
    id,
    label,
    hint,
    icon: `bpmn-icon-${icon}`,
    type: `bpmn:${type}`,
    group: 'event',
    ...(definition && { shape: { eventDefinitionType: `bpmn:${definition}EventDefinition` } }),
    properties: { name: label, ...properties },
    ...rest,
  };
}

const days = { kind: 'duration', text: 'P3D' } as const;
const again = { kind: 'cycle', text: 'R/P1D' } as const;

const starts: readonly NodeKind[] = [
  event('start', '开始', '流程从这里开始', 'start-event-none', 'StartEvent'),
  event('start-timer', '定时开始', '到了时间自动开始', 'start-event-timer', 'StartEvent', {
    definition: 'Timer',
    timer: days,
    onlyReplaces: true,
  }),
  event('start-message', '收到消息时开始', '收到这个消息就开始', 'start-event-message', 'StartEvent', {
    definition: 'Message',
    onlyReplaces: true,
  }),
  event('start-signal', '收到信号时开始', '听到这个信号就开始', 'start-event-signal', 'StartEvent', {
    definition: 'Signal',
    onlyReplaces: true,
  }),
  event('start-condition', '条件成立时开始', '条件一成立就开始', 'start-event-condition', 'StartEvent', {
    definition: 'Conditional',
    onlyReplaces: true,
  }),
  event('start-error', '出现异常时开始', '所在的流程出现异常时办', 'start-event-error', 'StartEvent', {
    definition: 'Error',
    onlyReplaces: true,
  }),
  event('start-escalation', '收到上报时开始', '所在的流程里有上报时办', 'start-event-escalation', 'StartEvent', {
    definition: 'Escalation',
    onlyReplaces: true,
  }),
];

const ends: readonly NodeKind[] = [
  event('end', '结束', '流程正常办结', 'end-event-none', 'EndEvent', { properties: { name: '办结' } }),
  event('error-end', '异常结束', '流程以异常结束，结果为未办成', 'end-event-error', 'EndEvent', {
    definition: 'Error',
  }),
  event('terminate', '终止', '立即结束整个流程，其他还在办的一并收回', 'end-event-terminate', 'EndEvent', {
    definition: 'Terminate',
    more: true,
  }),
  event('end-message', '发出消息并结束', '给另一个流程发消息，然后结束', 'end-event-message', 'EndEvent', {
    definition: 'Message',
    onlyReplaces: true,
  }),
  event('end-signal', '发出信号并结束', '让所有等这个信号的流程知道，然后结束', 'end-event-signal', 'EndEvent', {
    definition: 'Signal',
    onlyReplaces: true,
  }),
  event('end-escalation', '上报并结束', '告诉外层流程，然后结束', 'end-event-escalation', 'EndEvent', {
    definition: 'Escalation',
    onlyReplaces: true,
  }),
  event('end-cancel', '取消事务', '取消整个事务，撤销已办的环节', 'end-event-cancel', 'EndEvent', {
    definition: 'Cancel',
    onlyReplaces: true,
  }),
];

const borders: readonly NodeKind[] = [
  event('timer', '超时', '贴在环节边上：超过时间就转走另一条线', 'intermediate-event-catch-timer', 'BoundaryEvent', {
    definition: 'Timer',
    timer: days,
  }),
  event(
    'error-catch',
    '捕获异常',
    '贴在环节边上：里面异常结束时转走另一条线',
    'intermediate-event-catch-error',
    'BoundaryEvent',
    {
      definition: 'Error',
      more: true,
    },
  ),
  event(
    'reminder',
    '到期提醒',
    '贴在环节边上：到时间另办一件事（例如发提醒），环节照常办',
    'intermediate-event-catch-non-interrupting-timer',
    'BoundaryEvent',
    { definition: 'Timer', timer: again, more: true, properties: { cancelActivity: false } },
  ),
  event(
    'border-message',
    '收到消息时转走',
    '收到消息就收回这个环节，转走另一条线',
    'intermediate-event-catch-message',
    'BoundaryEvent',
    {
      definition: 'Message',
      onlyReplaces: true,
    },
  ),
  event(
    'border-signal',
    '收到信号时转走',
    '听到信号就收回这个环节，转走另一条线',
    'intermediate-event-catch-signal',
    'BoundaryEvent',
    {
      definition: 'Signal',
      onlyReplaces: true,
    },
  ),
  event(
    'border-condition',
    '条件成立时转走',
    '条件一成立就收回这个环节，转走另一条线',
    'intermediate-event-catch-condition',
    'BoundaryEvent',
    {
      definition: 'Conditional',
      onlyReplaces: true,
    },
  ),
  event(
    'border-escalation',
    '上报时转走',
    '里面上报时收回这个环节，转走另一条线',
    'intermediate-event-catch-escalation',
    'BoundaryEvent',
    {
      definition: 'Escalation',
      onlyReplaces: true,
    },
  ),
  event('border-cancel', '事务取消时转走', '事务取消后走另一条线', 'intermediate-event-catch-cancel', 'BoundaryEvent', {
    definition: 'Cancel',
    onlyReplaces: true,
  }),
];

const between: readonly NodeKind[] = [
  event(
    'wait-time',
    '等待时间',
    '等一段时间或等到某日，再继续',
    'intermediate-event-catch-timer',
    'IntermediateCatchEvent',
    {
      definition: 'Timer',
      timer: days,
      more: true,
    },
  ),
  event('wait-message', '等待消息', '收到消息才继续', 'intermediate-event-catch-message', 'IntermediateCatchEvent', {
    definition: 'Message',
    more: true,
  }),
  event('wait-signal', '等待信号', '听到信号才继续', 'intermediate-event-catch-signal', 'IntermediateCatchEvent', {
    definition: 'Signal',
    more: true,
  }),
  event(
    'wait-condition',
    '等待条件',
    '条件成立才继续',
    'intermediate-event-catch-condition',
    'IntermediateCatchEvent',
    {
      definition: 'Conditional',
      onlyReplaces: true,
    },
  ),
  event(
    'throw-signal',
    '发出信号',
    '让所有等这个信号的流程继续',
    'intermediate-event-throw-signal',
    'IntermediateThrowEvent',
    {
      definition: 'Signal',
      more: true,
    },
  ),
  event(
    'throw-message',
    '发出消息',
    '给另一个流程发消息',
    'intermediate-event-throw-message',
    'IntermediateThrowEvent',
    {
      definition: 'Message',
      onlyReplaces: true,
    },
  ),
  event(
    'throw-escalation',
    '上报',
    '告诉外层流程，自己照常往下走',
    'intermediate-event-throw-escalation',
    'IntermediateThrowEvent',
    {
      definition: 'Escalation',
      onlyReplaces: true,
    },
  ),
  event('milestone', '里程碑', '标记走到了哪一步，流程不停留', 'intermediate-event-none', 'IntermediateThrowEvent', {
    more: true,
  }),
];

export const eventKinds: readonly NodeKind[] = [...starts, ...ends, ...borders, ...between];
