import type { FlowModel, FlowNode, Scope, SequenceFlow } from '@chengban/domain';
import { uncaughtErrors } from './uncaught.js';
import { changeModel, scopesOf } from '../change-model.js';
import type { Drawing } from './drawing.js';

type Triggered = Extract<FlowNode, { readonly triggers: readonly unknown[] }>;
type Trigger = Triggered['triggers'][number];

/** The message that fires one event or releases one receive task by hand. */
export const handOf = (nodeId: string): string => `hand:${nodeId}`;
/** The handler of everything that is done inside a task. */
const TASK = 'task';

/**
 * A copy of the model as the simulator plays it: whatever is waited for is fired by hand, conditions, data and loops do
 * not count, gateways take the flows in the variable `taken`, and an error that nothing catches has no effect.
 */
export function simulatedModel(model: FlowModel, drawing: Drawing): FlowModel {
  const uncaught = uncaughtErrors(model);
  const withoutEffect = (node: FlowNode): FlowNode =>
    node.kind === 'endEvent' && uncaught.has(node.id)
      ? { ...node, triggers: node.triggers.filter(({ kind }) => kind !== 'error') }
      : node;
  return changeModel(model, { node: (node) => simulatedNode(withoutEffect(node), drawing), flow: simulatedFlow });
}

function simulatedFlow(flow: SequenceFlow, { nodes, flows }: Scope): SequenceFlow {
  const source = nodes.find((node) => node.id === flow.source);
  const several = flows.filter((each) => each.source === flow.source).length > 1;
  if (source === undefined || !several || !isChoice(source)) return { ...flow, condition: null };
  return { ...flow, condition: { text: `list contains(taken, "${flow.id}")`, language: null } };
}

const isChoice = ({ kind }: FlowNode): boolean =>
  kind === 'exclusiveGateway' || kind === 'inclusiveGateway' || kind === 'complexGateway';

function simulatedNode(node: FlowNode, drawing: Drawing): FlowNode {
  switch (node.kind) {
    case 'startEvent':
    case 'intermediateCatchEvent':
    case 'boundaryEvent':
      return { ...node, outputs: [], parallelMultiple: false, triggers: caught(node.id, node.triggers) };
    case 'endEvent':
    case 'intermediateThrowEvent':
      return { ...node, inputs: [], triggers: node.triggers.filter(({ kind }) => kind !== 'message').map(named) };
    case 'exclusiveGateway':
    case 'inclusiveGateway':
    case 'complexGateway':
      return { ...node, defaultFlow: null };
    case 'parallelGateway':
    case 'eventBasedGateway':
      return node;
    case 'unsupported':
      return withoutTrigger(node, drawing);
    default:
      return simulatedActivity(node);
  }
}

function simulatedActivity(node: Extract<FlowNode, { readonly loop: unknown }>): FlowNode {
  const { id, name, forCompensation } = node;
  const base = {
    id,
    name,
    forCompensation,
    loop: null,
    startQuantity: 1,
    completionQuantity: 1,
    defaultFlow: null,
    inputs: [],
    outputs: [],
  };
  if (node.kind === 'subProcess') {
    return { ...node, ...base, variant: node.variant === 'adHoc' ? 'embedded' : node.variant };
  }
  if (node.kind === 'receiveTask') return { ...node, ...base, message: handOf(id), correlation: null };
  return { ...base, kind: 'serviceTask', handler: TASK };
}

/** An event without a trigger waits for nothing in the standard; by hand it can be fired all the same. */
function withoutTrigger(node: Extract<FlowNode, { readonly kind: 'unsupported' }>, drawing: Drawing): FlowNode {
  const { id, name, element, attachedTo } = node;
  const base = {
    id,
    name,
    outputs: [],
    parallelMultiple: false,
    triggers: [{ kind: 'message', name: handOf(id), correlation: null } as const],
  };
  if (element === 'bpmn:IntermediateCatchEvent') return { ...base, kind: 'intermediateCatchEvent' };
  if (element !== 'bpmn:BoundaryEvent' || attachedTo === null) return node;
  return { ...base, kind: 'boundaryEvent', attachedTo, interrupting: drawing.interrupts(id), handler: null };
}

/** Times, conditions and messages happen by hand; what is thrown inside the flow happens by itself as well. */
function caught(id: string, triggers: readonly Trigger[]): readonly Trigger[] {
  const own = triggers.filter(({ kind }) => !['message', 'timer', 'conditional'].includes(kind)).map(named);
  const fixed = triggers.length === 0 || triggers.some(({ kind }) => ['link', 'compensation', 'cancel'].includes(kind));
  return fixed ? own : [...own, { kind: 'message', name: handOf(id), correlation: null }];
}

/** Signals without a name are one signal. */
const named = (trigger: Trigger): Trigger =>
  trigger.kind === 'signal' ? { ...trigger, name: trigger.name ?? '' } : trigger;

/** The flows that gateways take before anything is set: the first of an exclusive one, all of the others. */
export function takenAtFirst(model: FlowModel): readonly string[] {
  return scopesOf(model).flatMap(({ nodes, flows }) =>
    nodes.filter(isChoice).flatMap((node) => {
      const outgoing = flows.filter((flow) => flow.source === node.id).map((flow) => flow.id);
      return node.kind === 'exclusiveGateway' ? outgoing.slice(0, 1) : outgoing;
    }),
  );
}
