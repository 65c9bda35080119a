/**
 * Every kind of BPMN 2.0 element, and what this engine does with it. The checks, the tests and the designer read this
 * one table; nothing is dropped silently.
 *   runs     is executed with the meaning of the standard; `page` is its page in docs/elements
 *   drawn    only explains the drawing, has no effect on the run
 *   refused  blocks publishing, with the reason and what to draw instead
 * Keys are the element's type; events with a trigger add `/trigger`, those with several `/multiple`.
 */
export interface SupportedElement {
  readonly element: string;
  readonly status: 'runs' | 'drawn' | 'refused';
  readonly name: string;
  readonly page?: string;
  readonly reason?: string;
  readonly cure?: string;
}

const runs = (element: string, name: string, page: string): SupportedElement => ({
  element,
  status: 'runs',
  name,
  page,
});
const drawn = (element: string, name: string): SupportedElement => ({ element, status: 'drawn', name });
const refused = (element: string, name: string, reason: string, cure: string): SupportedElement => ({
  element,
  status: 'refused',
  name,
  reason,
  cure,
});

const tasks = [
  runs('bpmn:UserTask', '用户任务', 'user-task'),
  runs('bpmn:Task', '普通任务', 'task'),
  runs('bpmn:ManualTask', '手工任务', 'manual-task'),
  runs('bpmn:ServiceTask', '服务任务', 'service-task'),
  runs('bpmn:ScriptTask', '脚本任务', 'script-task'),
  runs('bpmn:BusinessRuleTask', '业务规则任务', 'business-rule-task'),
  runs('bpmn:SendTask', '发送任务', 'send-task'),
  runs('bpmn:ReceiveTask', '接收任务', 'receive-task'),
  runs('bpmn:CallActivity', '调用活动', 'call-activity'),
  runs('bpmn:GlobalTask', '全局任务', 'global-task'),
  runs('bpmn:GlobalUserTask', '全局用户任务', 'global-task'),
  runs('bpmn:GlobalManualTask', '全局手工任务', 'global-task'),
  runs('bpmn:GlobalScriptTask', '全局脚本任务', 'global-task'),
  runs('bpmn:GlobalBusinessRuleTask', '全局业务规则任务', 'global-task'),
];

const ONLY_MESSAGES = '编排图描述的是单位之间的消息，没有办理的步骤，不能执行';
const ONLY_TALK = '会话图描述的是单位之间的往来，没有办理的步骤，不能执行';
const DRAW_FLOW = '请改画成流程图：每个单位一个池，往来画成消息流。';
const PLAIN_EVENT_SUB_PROCESS = '请改成普通的事件子流程，把里面的步骤用连线连起来。';

const containers = [
  runs('bpmn:Process', '流程', 'process'),
  runs('bpmn:SubProcess', '子流程', 'sub-process'),
  runs('bpmn:SubProcess/event', '事件子流程', 'event-sub-process'),
  runs('bpmn:Transaction', '事务', 'transaction'),
  runs('bpmn:AdHocSubProcess', '即席子流程', 'ad-hoc-sub-process'),
  refused('bpmn:Transaction/event', '由事件触发的事务', '标准里事务不能由事件触发', PLAIN_EVENT_SUB_PROCESS),
  refused(
    'bpmn:AdHocSubProcess/event',
    '由事件触发的即席子流程',
    '标准里即席子流程不能由事件触发',
    PLAIN_EVENT_SUB_PROCESS,
  ),
  refused('bpmn:Choreography', '编排图', ONLY_MESSAGES, DRAW_FLOW),
  refused('bpmn:GlobalChoreographyTask', '全局编排任务', ONLY_MESSAGES, DRAW_FLOW),
  refused('bpmn:ChoreographyTask', '编排任务', ONLY_MESSAGES, DRAW_FLOW),
  refused('bpmn:SubChoreography', '子编排', ONLY_MESSAGES, DRAW_FLOW),
  refused('bpmn:CallChoreography', '调用编排', ONLY_MESSAGES, DRAW_FLOW),
  refused('bpmn:GlobalConversation', '全局会话', ONLY_TALK, DRAW_FLOW),
  refused('bpmn:Conversation', '会话', ONLY_TALK, DRAW_FLOW),
  refused('bpmn:SubConversation', '子会话', ONLY_TALK, DRAW_FLOW),
  refused('bpmn:CallConversation', '调用会话', ONLY_TALK, DRAW_FLOW),
];

const gateways = [
  runs('bpmn:ExclusiveGateway', '排他网关', 'exclusive-gateway'),
  runs('bpmn:ParallelGateway', '并行网关', 'parallel-gateway'),
  runs('bpmn:InclusiveGateway', '包容网关', 'inclusive-gateway'),
  runs('bpmn:EventBasedGateway', '事件网关', 'event-based-gateway'),
  runs('bpmn:ComplexGateway', '复杂网关', 'complex-gateway'),
];

const TRIGGERS = {
  message: '消息',
  timer: '定时',
  signal: '信号',
  conditional: '条件',
  error: '错误',
  escalation: '升级',
  compensation: '补偿',
  cancel: '取消',
  link: '链接',
  terminate: '终止',
  multiple: '多重',
  parallelMultiple: '并行多重',
} as const;

type TriggerKey = keyof typeof TRIGGERS;

/** Pages are per trigger: a message means the same wherever it is caught. */
const PAGES: Readonly<Record<TriggerKey, string>> = {
  message: 'message-event',
  timer: 'timer-event',
  signal: 'signal-event',
  conditional: 'conditional-event',
  error: 'error-event',
  escalation: 'escalation-event',
  compensation: 'compensation-event',
  cancel: 'cancel-event',
  link: 'link-event',
  terminate: 'terminate-event',
  multiple: 'multiple-event',
  parallelMultiple: 'multiple-event',
};

/** One kind of event with every trigger: those of tables 10.84–10.91 run, the standard has no others. */
const events = (
  type: string,
  name: string,
  allowed: readonly TriggerKey[],
  plain: SupportedElement,
): readonly SupportedElement[] => [
  plain,
  ...(Object.keys(TRIGGERS) as TriggerKey[]).map((key) => {
    const element = `${type}/${key}`;
    const called = `${TRIGGERS[key]}${name}`;
    if (allowed.includes(key)) return runs(element, called, PAGES[key]);
    const others = allowed.map((each) => TRIGGERS[each]).join('、');
    return refused(element, called, `标准里没有“${called}”`, `请改用${name}可以带的触发条件：${others}。`);
  }),
];

const startEvents = events(
  'bpmn:StartEvent',
  '开始事件',
  ['message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'compensation', 'multiple', 'parallelMultiple'],
  runs('bpmn:StartEvent', '开始事件', 'start-event'),
);

const endEvents = events(
  'bpmn:EndEvent',
  '结束事件',
  ['message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate', 'multiple'],
  runs('bpmn:EndEvent', '结束事件', 'end-event'),
);

const catchEvents = events(
  'bpmn:IntermediateCatchEvent',
  '中间捕获事件',
  ['message', 'timer', 'signal', 'conditional', 'link', 'multiple', 'parallelMultiple'],
  refused(
    'bpmn:IntermediateCatchEvent',
    '没有触发条件的中间捕获事件',
    '不知道它在等什么，流程会永远停在这里',
    '请给它选一种触发条件，例如定时或消息；只想标记一个里程碑的，改用中间抛出事件。',
  ),
);

const throwEvents = events(
  'bpmn:IntermediateThrowEvent',
  '中间抛出事件',
  ['message', 'signal', 'escalation', 'compensation', 'link', 'multiple'],
  runs('bpmn:IntermediateThrowEvent', '中间抛出事件（里程碑）', 'intermediate-throw-event'),
);

const boundaryEvents = events(
  'bpmn:BoundaryEvent',
  '边界事件',
  [
    'message',
    'timer',
    'signal',
    'conditional',
    'error',
    'escalation',
    'compensation',
    'cancel',
    'multiple',
    'parallelMultiple',
  ],
  refused(
    'bpmn:BoundaryEvent',
    '没有触发条件的边界事件',
    '不知道它什么时候发生',
    '请给它选一种触发条件，例如定时，或删除它。',
  ),
);

const settings = [
  runs('bpmn:SequenceFlow', '顺序流', 'sequence-flow'),
  runs('bpmn:MessageFlow', '消息流', 'message-flow'),
  runs('bpmn:Participant', '池', 'pools-and-lanes'),
  runs('bpmn:LaneSet', '泳道组', 'pools-and-lanes'),
  runs('bpmn:Lane', '泳道', 'pools-and-lanes'),
  runs('bpmn:StandardLoopCharacteristics', '循环标记', 'standard-loop'),
  runs('bpmn:MultiInstanceLoopCharacteristics', '多实例标记（会签）', 'multi-instance'),
  runs('bpmn:isForCompensation', '补偿标记', 'compensation-event'),
  runs('bpmn:DataObject', '数据对象', 'data'),
  runs('bpmn:DataObjectReference', '数据对象引用', 'data'),
  runs('bpmn:DataStore', '数据存储', 'data'),
  runs('bpmn:DataStoreReference', '数据存储引用', 'data'),
  runs('bpmn:Property', '属性', 'data'),
  runs('bpmn:DataInput', '数据输入', 'data'),
  runs('bpmn:DataOutput', '数据输出', 'data'),
  runs('bpmn:DataInputAssociation', '数据输入关联', 'data'),
  runs('bpmn:DataOutputAssociation', '数据输出关联', 'data'),
];

const drawings = [
  drawn('bpmn:Collaboration', '协作'),
  drawn('bpmn:TextAnnotation', '文字说明'),
  drawn('bpmn:Association', '关联线'),
  drawn('bpmn:Group', '分组框'),
  drawn('bpmn:Category', '类别'),
  drawn('bpmn:Interface', '接口'),
  drawn('bpmn:EndPoint', '端点'),
  drawn('bpmn:ItemDefinition', '数据类型'),
  drawn('bpmn:Resource', '资源'),
  drawn('bpmn:PartnerEntity', '合作单位'),
  drawn('bpmn:PartnerRole', '合作角色'),
  drawn('bpmn:CorrelationProperty', '关联属性'),
];

export const supportedElements: readonly SupportedElement[] = [
  ...tasks,
  ...containers,
  ...gateways,
  ...startEvents,
  ...endEvents,
  ...catchEvents,
  ...throwEvents,
  ...boundaryEvents,
  ...settings,
  ...drawings,
];

const byElement = new Map(supportedElements.map((each) => [each.element, each]));

/** The row of an element; an element the standard does not know is refused as such. */
export const supportOf = (element: string): SupportedElement =>
  byElement.get(element) ??
  refused(element, element.replace(/^bpmn:/, ''), '这种元素不在支持的范围内', '请换成设计器左侧工具栏里有的元素。');
