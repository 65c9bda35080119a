import type { NodeKind } from './node-kind.js';

const kind = (id: string, label: string, hint: string, icon: string, type: string): NodeKind => ({
  id,
  label,
  hint,
  icon,
  type,
  group: 'automatic',
  more: true,
  properties: { name: label },
});

/** Steps that nobody has to handle. */
export const automaticKinds: readonly NodeKind[] = [
  kind('service', '系统办理', '由系统自动办理，例如发送站内消息', 'bpmn-icon-service-task', 'bpmn:ServiceTask'),
  kind('script', '自动计算', '按写好的算式算出结果，供后面的条件使用', 'bpmn-icon-script-task', 'bpmn:ScriptTask'),
  kind('rule', '规则判断', '按决策表判断，得出结果', 'bpmn-icon-business-rule-task', 'bpmn:BusinessRuleTask'),
  kind('send', '发送消息', '给另一个流程发送消息', 'bpmn-icon-send-task', 'bpmn:SendTask'),
  kind('receive', '接收消息', '停下来，收到消息才继续', 'bpmn-icon-receive-task', 'bpmn:ReceiveTask'),
  kind('call', '调用流程', '先办完另一个已发布的流程，再继续', 'bpmn-icon-call-activity', 'bpmn:CallActivity'),
  {
    ...kind('manual', '线下办理', '线下办的事，只在图上说明，流程不停留', 'bpmn-icon-manual-task', 'bpmn:ManualTask'),
    onlyReplaces: true,
  },
];
