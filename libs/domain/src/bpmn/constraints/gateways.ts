import { attribute, childrenNamed, isTrue } from './bpmn-tree.js';
import type { BpmnElement } from './bpmn-tree.js';
import { FLOW_NODES, GATEWAYS } from './kinds.js';
import type { Rule } from './rule.js';
import { hasUnknownTrigger, triggersOf } from './standard-file.js';
import type { StandardFile } from './standard-file.js';

const AWAITED = ['message', 'signal', 'timer', 'conditional'];

const direction = (gateway: BpmnElement): string | null => attribute(gateway, 'gatewayDirection');

/** What stands behind an event-based gateway. */
const configuration = (gateway: BpmnElement, file: StandardFile): readonly BpmnElement[] =>
  file.flowsOutOf(gateway).flatMap((flow) => file.target(attribute(flow, 'targetRef')) ?? []);

const fromEventGateway = (flow: BpmnElement, file: StandardFile): boolean =>
  file.target(attribute(flow, 'sourceRef'))?.name === 'eventBasedGateway';

function canBeAwaited(target: BpmnElement, file: StandardFile): boolean {
  if (target.name === 'receiveTask' || hasUnknownTrigger(target, file)) return true;
  if (target.name !== 'intermediateCatchEvent') return false;
  const triggers = triggersOf(target, file);
  return triggers.length > 0 && triggers.every((each) => AWAITED.includes(each));
}

export const gatewayRules: readonly Rule[] = [
  {
    id: 'std-gateway-converging',
    clause: '8.4.9',
    severity: 'error',
    on: GATEWAYS,
    broken: (gateway, file) => direction(gateway) === 'Converging' && file.outgoing(gateway).size > 1,
    message: '网关{it}标为只汇合（Converging），却有几条连线出去。',
    cure: '请只留一条出去的连线，或改掉 gatewayDirection。',
  },
  {
    id: 'std-gateway-diverging',
    clause: '8.4.9',
    severity: 'error',
    on: GATEWAYS,
    broken: (gateway, file) => direction(gateway) === 'Diverging' && file.incoming(gateway).size > 1,
    message: '网关{it}标为只分支（Diverging），却有几条连线进来。',
    cure: '请只留一条进来的连线，或改掉 gatewayDirection。',
  },
  {
    id: 'std-gateway-mixed',
    clause: '8.4.9',
    severity: 'error',
    on: GATEWAYS,
    broken: (gateway, file) =>
      direction(gateway) === 'Mixed' && (file.incoming(gateway).size < 2 || file.outgoing(gateway).size < 2),
    message: '网关{it}标为又汇合又分支（Mixed），进来或出去的连线却不到两条。',
    cure: '请补上连线，或改掉 gatewayDirection。',
  },
  {
    id: 'std-gateway-flows',
    clause: '10.6.1',
    severity: 'warning',
    on: GATEWAYS,
    broken: (gateway, file) => file.incoming(gateway).size < 2 && file.outgoing(gateway).size < 2,
    message: '网关{it}既不分支，也不汇合。',
    cure: '请补上连线，或删除这个网关，把前后直接连起来。',
  },
  {
    id: 'std-event-gateway-outgoing',
    clause: '10.6.6',
    severity: 'warning',
    on: ['eventBasedGateway'],
    broken: (gateway, file) => file.outgoing(gateway).size < 2,
    message: '事件网关{it}出去的连线不到两条。',
    cure: '请为每个要等的事件画一条连线；只等一个的，请删除网关。',
  },
  {
    id: 'std-event-gateway-condition',
    clause: '10.6.6',
    severity: 'error',
    on: ['sequenceFlow'],
    broken: (flow, file) => fromEventGateway(flow, file) && childrenNamed(flow, 'conditionExpression').length > 0,
    message: '事件网关出去的连线{it}带着条件，走哪条只看哪个事件先到。',
    cure: '请去掉条件；要看数据，请用条件事件或排他网关。',
  },
  {
    id: 'std-event-gateway-target',
    clause: '10.6.6',
    severity: 'error',
    on: ['sequenceFlow'],
    broken: (flow, file) => {
      const target = fromEventGateway(flow, file) ? file.target(attribute(flow, 'targetRef')) : null;
      return target !== null && !canBeAwaited(target, file);
    },
    message: '事件网关出去的连线{it}没有连到可以等的事件。',
    cure: '请让它连到接收任务，或消息、信号、定时、条件捕获事件。',
  },
  {
    id: 'std-event-gateway-mixture',
    clause: '10.6.6',
    severity: 'warning',
    on: ['eventBasedGateway'],
    broken: (gateway, file) => {
      const targets = configuration(gateway, file);
      return (
        targets.some((each) => each.name === 'receiveTask') &&
        targets.some((each) => each.name === 'intermediateCatchEvent' && triggersOf(each, file).includes('message'))
      );
    },
    message: '事件网关{it}后面又有接收任务，又有消息事件。',
    cure: '请统一成接收任务，或统一成消息捕获事件。',
  },
  {
    id: 'std-event-gateway-boundary',
    clause: '10.6.6',
    severity: 'error',
    on: ['receiveTask'],
    broken: (task, file) =>
      file.boundaryEvents(task).length > 0 && file.flowsInto(task).some((flow) => fromEventGateway(flow, file)),
    message: '事件网关后面的接收任务{it}附着边界事件。',
    cure: '请删除边界事件；要等别的事件，请在网关后面另画一条。',
  },
  {
    id: 'std-event-gateway-other-way',
    clause: '10.6.6',
    severity: 'error',
    on: FLOW_NODES,
    broken: (target, file) =>
      file.incoming(target).size > 1 && file.flowsInto(target).some((flow) => fromEventGateway(flow, file)),
    message: '{it}跟在事件网关后面，却还有别的连线进来。',
    cure: '请只留事件网关来的那一条。',
  },
  {
    id: 'std-instantiating-gateway-incoming',
    clause: '10.6.6',
    severity: 'error',
    on: ['eventBasedGateway'],
    broken: (gateway, file) => isTrue(gateway, 'instantiate') && file.incoming(gateway).size > 0,
    message: '启动流程的事件网关{it}有连线进来。',
    cure: '请删除进来的连线，或去掉 instantiate。',
  },
];
