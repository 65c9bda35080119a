/**
 * Every kind of BPMN 2.0 element, and what this engine does with it. The checks, the tests and the designer read this
 * one table; nothing is dropped silently.
 *   runs     is executed with the meaning of the standard
 *   drawn    only explains the drawing, has no effect on the run
 *   refused  blocks publishing, with the reason and what to draw instead
 * Keys are the element's type; events with a trigger add `/trigger`.
 */
export interface SupportedElement {
  readonly element: string;
  readonly status: 'runs' | 'drawn' | 'refused';
  readonly name: string;
  readonly reason?: string;
  readonly cure?: string;
}

const runs = (element: string, name: string): SupportedElement => ({ element, status: 'runs', name });
const drawn = (element: string, name: string): SupportedElement => ({ element, status: 'drawn', name });
const refused = (element: string, name: string, reason: string, cure: string): SupportedElement => ({
  element,
  status: 'refused',
  name,
  reason,
  cure,
});

const PEOPLE_ONLY = '流程里的每一步都由人办理，系统不会自己执行它';
const USE_USER_TASK = '请改成“用户任务”，并写明由谁办理。';
const NO_MESSAGES = '流程只在本系统内流转，不和外部流程交换消息';
const NO_WAITING = '流程停下来等的只有人的办理和期限';

const tasks = [
  runs('bpmn:UserTask', '用户任务'),
  refused('bpmn:Task', '普通任务', '没有类型的任务不知道由人还是由系统办理', USE_USER_TASK),
  refused('bpmn:ManualTask', '手工任务', '手工任务在系统外进行，没有办理记录', USE_USER_TASK),
  refused('bpmn:ScriptTask', '脚本任务', PEOPLE_ONLY, '请删除它；需要计算的内容写在连线的条件里。'),
  refused('bpmn:ServiceTask', '服务任务', PEOPLE_ONLY, USE_USER_TASK),
  refused('bpmn:BusinessRuleTask', '业务规则任务', PEOPLE_ONLY, '请把规则写成网关连线上的条件。'),
  refused('bpmn:SendTask', '发送任务', NO_MESSAGES, '请删除它；待办产生时系统会自动通知办理人。'),
  refused('bpmn:ReceiveTask', '接收任务', NO_MESSAGES, '请改成“用户任务”，由经办人收到后点办理。'),
  refused('bpmn:CallActivity', '调用活动', '还不能从一个流程里启动另一个流程', '请把被调用的流程画成嵌入的子流程。'),
];

const containers = [
  runs('bpmn:Process', '流程'),
  runs('bpmn:SubProcess', '子流程'),
  refused('bpmn:SubProcess/event', '事件子流程', '还不支持由事件触发的子流程', '请改用节点或子流程上的边界定时器。'),
  refused('bpmn:Transaction', '事务', '还不支持可以整体撤销的事务', '请改成普通子流程，用错误结束事件表示不成功。'),
  refused(
    'bpmn:AdHocSubProcess',
    '即席子流程',
    '没有次序的子流程无法判断何时办完',
    '请改成普通子流程，并用连线写明先后。',
  ),
  refused('bpmn:SubChoreography', '子编排', '编排图描述的是单位之间的消息，不能执行', '请改画成流程图。'),
  refused('bpmn:ChoreographyTask', '编排任务', '编排图描述的是单位之间的消息，不能执行', '请改画成流程图。'),
  refused('bpmn:CallChoreography', '调用编排', '编排图描述的是单位之间的消息，不能执行', '请改画成流程图。'),
  refused('bpmn:Choreography', '编排图', '编排图描述的是单位之间的消息，不能执行', '请改画成流程图。'),
  refused('bpmn:GlobalConversation', '会话图', '会话图描述的是单位之间的往来，不能执行', '请改画成流程图。'),
];

const gateways = [
  runs('bpmn:ExclusiveGateway', '排他网关'),
  runs('bpmn:ParallelGateway', '并行网关'),
  refused('bpmn:InclusiveGateway', '包容网关', '还不支持按条件同时走几条线', '请改用排他网关和并行网关的组合。'),
  refused('bpmn:EventBasedGateway', '事件网关', '还不支持等几件事里先来的一件', '请改用用户任务加边界定时器。'),
  refused(
    'bpmn:ComplexGateway',
    '复杂网关',
    '复杂网关的规则在标准里没有写清，各家做法不一',
    '请改用排他网关和并行网关的组合。',
  ),
];

const TRIGGERS = [
  ['message', '消息'],
  ['timer', '定时'],
  ['signal', '信号'],
  ['conditional', '条件'],
  ['error', '错误'],
  ['escalation', '升级'],
  ['compensate', '补偿'],
  ['cancel', '取消'],
  ['link', '链接'],
  ['terminate', '终止'],
  ['multiple', '多重'],
] as const;

const startEvents = [
  runs('bpmn:StartEvent', '开始事件'),
  ...TRIGGERS.map(([key, name]) =>
    refused(
      `bpmn:StartEvent/${key}`,
      `${name}开始事件`,
      '流程由经办人点“开始填报”启动，不由别的事情触发',
      '请改成不带触发条件的开始事件。',
    ),
  ),
];

const endEvents = [
  runs('bpmn:EndEvent', '结束事件'),
  runs('bpmn:EndEvent/error', '错误结束事件'),
  ...TRIGGERS.filter(([key]) => key !== 'error').map(([key, name]) =>
    refused(
      `bpmn:EndEvent/${key}`,
      `${name}结束事件`,
      '还不支持带这种结果的结束',
      '请改成普通结束事件；要整个流程立即不成功，用错误结束事件。',
    ),
  ),
];

const middleEvents = [
  refused('bpmn:IntermediateCatchEvent', '中间捕获事件', NO_WAITING, '请改成用户任务，需要期限的加边界定时器。'),
  refused(
    'bpmn:IntermediateThrowEvent',
    '中间抛出事件',
    '它只标记一个里程碑，不产生待办',
    '请删除它，把两边的连线直接连上。',
  ),
  ...TRIGGERS.flatMap(([key, name]) => [
    refused(
      `bpmn:IntermediateCatchEvent/${key}`,
      `${name}中间捕获事件`,
      NO_WAITING,
      '请改成用户任务，需要期限的加边界定时器。',
    ),
    refused(
      `bpmn:IntermediateThrowEvent/${key}`,
      `${name}中间抛出事件`,
      '流程里没有接收它的地方',
      '请删除它，把两边的连线直接连上。',
    ),
  ]),
];

const boundaryEvents = [
  runs('bpmn:BoundaryEvent/timer', '边界定时器（到期中断）'),
  runs('bpmn:BoundaryEvent/error', '边界错误事件'),
  refused('bpmn:BoundaryEvent', '没有触发条件的边界事件', '不知道它什么时候发生', '请给它设置定时器，或删除它。'),
  refused(
    'bpmn:BoundaryEvent/non-interrupting',
    '不中断的边界事件',
    '还不支持到期后原任务继续办',
    '请改成中断的（实线）边界定时器。',
  ),
  ...TRIGGERS.filter(([key]) => key !== 'error' && key !== 'timer').map(([key, name]) =>
    refused(
      `bpmn:BoundaryEvent/${key}`,
      `边界${name}事件`,
      '节点上只支持到期和错误两种边界事件',
      '请改成边界定时器，或在节点后加排他网关判断。',
    ),
  ),
];

const settings = [
  runs('bpmn:SequenceFlow', '顺序流'),
  refused('bpmn:MessageFlow', '消息流', NO_MESSAGES, '请删除消息流，把对方的工作画成本流程里的用户任务。'),
  refused(
    'bpmn:StandardLoopCharacteristics',
    '循环标记',
    '还不支持任务自己循环',
    '请用排他网关和一条往回的连线画出循环。',
  ),
  refused(
    'bpmn:MultiInstanceLoopCharacteristics',
    '多实例标记（会签）',
    '还不支持一个任务同时发给多人',
    '请用并行网关画出每个办理人的任务。',
  ),
  refused('bpmn:isForCompensation', '补偿标记', '还不支持补偿', '请取消“用于补偿”，需要时用退回代替。'),
];

const drawings = [
  drawn('bpmn:Collaboration', '协作'),
  drawn('bpmn:Participant', '池'),
  drawn('bpmn:LaneSet', '泳道组'),
  drawn('bpmn:Lane', '泳道'),
  drawn('bpmn:TextAnnotation', '文字说明'),
  drawn('bpmn:Association', '关联线'),
  drawn('bpmn:Group', '分组框'),
  drawn('bpmn:DataObject', '数据对象'),
  drawn('bpmn:DataObjectReference', '数据对象引用'),
  drawn('bpmn:DataStoreReference', '数据存储引用'),
  drawn('bpmn:DataStore', '数据存储'),
  drawn('bpmn:DataInput', '数据输入'),
  drawn('bpmn:DataOutput', '数据输出'),
  drawn('bpmn:Category', '类别'),
];

export const supportedElements: readonly SupportedElement[] = [
  ...tasks,
  ...containers,
  ...gateways,
  ...startEvents,
  ...endEvents,
  ...middleEvents,
  ...boundaryEvents,
  ...settings,
  ...drawings,
];

const byElement = new Map(supportedElements.map((each) => [each.element, each]));

/** The row of an element; an element the standard does not know is refused as such. */
export const supportOf = (element: string): SupportedElement =>
  byElement.get(element) ??
  refused(element, element.replace(/^bpmn:/, ''), '这种元素不在支持的范围内', '请换成设计器左侧工具栏里有的元素。');

export const isDrawnOnly = (element: string): boolean => byElement.get(element)?.status === 'drawn';
