import { supportOf } from '@chengban/domain';

/** What an office calls an element of a drawing; keys as in the domain's table of supported elements. */
const words: Readonly<Record<string, string>> = {
  'bpmn:Process': '流程',
  'bpmn:SequenceFlow': '连线',

  'bpmn:UserTask': '人工办理',
  'bpmn:Task': '普通环节',
  'bpmn:ManualTask': '线下办理',
  'bpmn:ServiceTask': '系统办理',
  'bpmn:ScriptTask': '自动计算',
  'bpmn:BusinessRuleTask': '规则判断',
  'bpmn:SendTask': '发送消息',
  'bpmn:ReceiveTask': '接收消息',
  'bpmn:CallActivity': '调用流程',
  'bpmn:SubProcess': '子流程',
  'bpmn:SubProcess/event': '事件子流程',
  'bpmn:Transaction': '事务',
  'bpmn:AdHocSubProcess': '自选子流程',

  'bpmn:ExclusiveGateway': '分支判断',
  'bpmn:ParallelGateway': '并行',
  'bpmn:InclusiveGateway': '多选分支',
  'bpmn:EventBasedGateway': '等待先发生者',
  'bpmn:ComplexGateway': '按条件汇合',

  'bpmn:StartEvent': '开始',
  'bpmn:StartEvent/message': '收到消息时开始',
  'bpmn:StartEvent/timer': '定时开始',
  'bpmn:StartEvent/signal': '收到信号时开始',
  'bpmn:StartEvent/conditional': '条件成立时开始',
  'bpmn:StartEvent/error': '出现异常时开始',
  'bpmn:StartEvent/escalation': '收到上报时开始',
  'bpmn:StartEvent/compensation': '撤销时开始',

  'bpmn:EndEvent': '结束',
  'bpmn:EndEvent/error': '异常结束',
  'bpmn:EndEvent/terminate': '终止',
  'bpmn:EndEvent/message': '发出消息并结束',
  'bpmn:EndEvent/signal': '发出信号并结束',
  'bpmn:EndEvent/escalation': '上报并结束',
  'bpmn:EndEvent/compensation': '撤销并结束',
  'bpmn:EndEvent/cancel': '取消事务',

  'bpmn:IntermediateCatchEvent/timer': '等待时间',
  'bpmn:IntermediateCatchEvent/message': '等待消息',
  'bpmn:IntermediateCatchEvent/signal': '等待信号',
  'bpmn:IntermediateCatchEvent/conditional': '等待条件',
  'bpmn:IntermediateCatchEvent/link': '从别处接来',

  'bpmn:IntermediateThrowEvent': '里程碑',
  'bpmn:IntermediateThrowEvent/message': '发出消息',
  'bpmn:IntermediateThrowEvent/signal': '发出信号',
  'bpmn:IntermediateThrowEvent/escalation': '上报',
  'bpmn:IntermediateThrowEvent/compensation': '撤销已办环节',
  'bpmn:IntermediateThrowEvent/link': '接到别处',

  'bpmn:BoundaryEvent/timer': '超时',
  'bpmn:BoundaryEvent/timer/beside': '到期提醒',
  'bpmn:BoundaryEvent/error': '捕获异常',
  'bpmn:BoundaryEvent/message': '收到消息时转走',
  'bpmn:BoundaryEvent/message/beside': '收到消息时另办',
  'bpmn:BoundaryEvent/signal': '收到信号时转走',
  'bpmn:BoundaryEvent/signal/beside': '收到信号时另办',
  'bpmn:BoundaryEvent/conditional': '条件成立时转走',
  'bpmn:BoundaryEvent/conditional/beside': '条件成立时另办',
  'bpmn:BoundaryEvent/escalation': '上报时转走',
  'bpmn:BoundaryEvent/escalation/beside': '上报时另办',
  'bpmn:BoundaryEvent/compensation': '撤销办法',
  'bpmn:BoundaryEvent/cancel': '事务取消时转走',

  'bpmn:Collaboration': '多方流程图',
  'bpmn:Participant': '参与方',
  'bpmn:Lane': '泳道',
  'bpmn:MessageFlow': '消息流',
  'bpmn:DataObjectReference': '数据',
  'bpmn:DataStoreReference': '数据存储',
  'bpmn:DataInput': '数据输入',
  'bpmn:DataOutput': '数据输出',
  'bpmn:DataInputAssociation': '数据输入线',
  'bpmn:DataOutputAssociation': '数据输出线',
};

/** Triggers by the type of their definition. */
const triggers: Readonly<Record<string, string>> = {
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:SignalEventDefinition': 'signal',
  'bpmn:ConditionalEventDefinition': 'conditional',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:EscalationEventDefinition': 'escalation',
  'bpmn:CompensateEventDefinition': 'compensation',
  'bpmn:CancelEventDefinition': 'cancel',
  'bpmn:LinkEventDefinition': 'link',
  'bpmn:TerminateEventDefinition': 'terminate',
};

/** The part of a business object that says what kind of thing it is. */
export interface DrawnKind {
  readonly $type: string;
  readonly eventDefinitions?: readonly { readonly $type: string }[];
  readonly triggeredByEvent?: boolean;
  readonly parallelMultiple?: boolean;
  /** false: a boundary event that leaves its activity running */
  readonly cancelActivity?: boolean;
}

/** The key of an element as the domain's table of supported elements has it. */
export function elementKey({ $type, eventDefinitions, triggeredByEvent, parallelMultiple }: DrawnKind): string {
  if (triggeredByEvent) return `${$type}/event`;
  const [first, ...more] = eventDefinitions ?? [];
  if (!first) return $type;
  if (more.length > 0) return `${$type}/${parallelMultiple ? 'parallelMultiple' : 'multiple'}`;
  return `${$type}/${triggers[first.$type] ?? first.$type}`;
}

/** The name of an element's kind as people read it; what has no word of the office has the table's. */
export const kindName = (object: DrawnKind): string => kindWord(elementKey(object), object.cancelActivity === false);

export const kindWord = (key: string, beside = false): string =>
  (beside ? words[`${key}/beside`] : undefined) ?? words[key] ?? supportOf(key).name;
