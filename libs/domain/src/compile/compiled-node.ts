import type { Activity, FlowNode, Scope, Trigger } from '../bpmn/model.js';
import type { FlowIndex } from '../bpmn/walk.js';
import type { CompiledNode } from './compiled-flow.js';
import { userTaskFacts } from './user-task-facts.js';

/** What the run needs to know of one node. What says nothing is left out, so that the JSON stays readable. */
export function compiledNode(node: FlowNode, scope: Scope, index: FlowIndex): CompiledNode {
  const incoming = index.incoming(node.id).map((flow) => flow.id);
  const base: CompiledNode = {
    kind: node.kind,
    name: node.name,
    scope: scope.id,
    outgoing: index.outgoing(node.id).map((flow) => flow.id),
    ...(incoming.length > 0 && { incoming }),
  };
  return {
    ...base,
    ...eventFacts(node),
    ...gatewayFacts(node),
    ...activityFacts(node, index),
    ...taskFacts(node),
    ...mappings(node),
  };
}

type Facts = Partial<CompiledNode>;

function eventFacts(node: FlowNode): Facts {
  const triggers =
    'triggers' in node && node.triggers.length > 0 ? { triggers: node.triggers as readonly Trigger[] } : {};
  switch (node.kind) {
    case 'endEvent':
      return { ...triggers, outcome: node.outcome };
    case 'startEvent':
      return { ...triggers, ...multiple(node.parallelMultiple), ...(!node.interrupting && { nonInterrupting: true }) };
    case 'intermediateCatchEvent':
      return { ...triggers, ...multiple(node.parallelMultiple) };
    case 'boundaryEvent':
      return {
        ...triggers,
        ...multiple(node.parallelMultiple),
        attachedTo: node.attachedTo,
        ...(!node.interrupting && { nonInterrupting: true }),
        ...(node.handler !== null && { handler: node.handler }),
      };
    default:
      return triggers;
  }
}

const mappings = (node: FlowNode): Facts => ({
  ...('inputs' in node && node.inputs.length > 0 && { inputs: node.inputs }),
  ...('outputs' in node && node.outputs.length > 0 && { outputs: node.outputs }),
});

const multiple = (parallel: boolean): Facts => (parallel ? { parallelMultiple: true } : {});

function gatewayFacts(node: FlowNode): Facts {
  switch (node.kind) {
    case 'exclusiveGateway':
    case 'inclusiveGateway':
      return node.defaultFlow === null ? {} : { defaultFlow: node.defaultFlow };
    case 'complexGateway':
      return {
        ...(node.defaultFlow !== null && { defaultFlow: node.defaultFlow }),
        ...(node.activationCondition !== null && { activationCondition: node.activationCondition.text }),
      };
    case 'eventBasedGateway':
      return {
        ...(node.instantiate && { instantiate: true }),
        ...(node.gatewayType === 'parallel' && { gatewayType: 'parallel' }),
      };
    default:
      return {};
  }
}

function activityFacts(node: FlowNode, index: FlowIndex): Facts {
  if (!isActivity(node)) return {};
  const boundaries = index.boundaries(node.id).map((event) => event.id);
  return {
    ...(boundaries.length > 0 && { boundaries }),
    ...(node.loop !== null && { loop: node.loop }),
    ...(node.forCompensation && { forCompensation: true }),
    ...(node.startQuantity !== 1 && { startQuantity: node.startQuantity }),
    ...(node.completionQuantity !== 1 && { completionQuantity: node.completionQuantity }),
    ...(node.defaultFlow !== null && { defaultFlow: node.defaultFlow }),
  };
}

const isActivity = (node: FlowNode): node is Activity => 'loop' in node;

function taskFacts(node: FlowNode): Facts {
  switch (node.kind) {
    case 'userTask':
      return userTaskFacts(node);
    case 'serviceTask':
      return node.handler === null ? {} : { serviceHandler: node.handler };
    case 'sendTask':
    case 'receiveTask':
      return {
        ...(node.message !== null && { message: node.message }),
        ...(node.correlation !== null && { correlation: node.correlation }),
        ...(node.kind === 'receiveTask' && node.instantiate && { instantiate: true }),
      };
    case 'scriptTask':
      return {
        ...(node.script !== null && { script: node.script.text }),
        ...(node.result !== null && { result: node.result }),
      };
    case 'businessRuleTask':
      return {
        ...(node.decision !== null && { decision: node.decision }),
        ...(node.result !== null && { result: node.result }),
      };
    case 'callActivity':
      return node.called === null ? {} : { called: node.called };
    case 'subProcess':
      return { inside: node.scope.id };
    default:
      return {};
  }
}
