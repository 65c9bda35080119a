import type { FlowModel, FlowNode, NodeKind, Trigger } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import type { TraceStep } from '../shared/finding.js';
import type { JsonObject } from '../shared/json.js';
import type { Scenario, ScenarioStep } from './scenario.js';

/**
 * The acts that lead to a trouble, as a scenario that plays them. What moves by itself (gateways, scripts, throwing
 * events) is no step of it: the values that make the choices come true are given with the acts before.
 */
export function scenarioOf(
  model: FlowModel,
  name: string,
  {
    elementId,
    variables,
    steps,
  }: { readonly elementId: string; readonly variables: JsonObject; readonly steps: readonly TraceStep[] },
): Scenario {
  const nodes = new Map(nodesOf(model).map((node) => [node.id, node]));
  const last = nodes.get(elementId);
  const over = steps.at(-1)?.tokens.length === 0 && last?.kind === 'endEvent';
  return {
    name,
    ...(Object.keys(variables).length > 0 && { variables }),
    steps: steps.flatMap((step) => {
      const node = nodes.get(step.nodeId);
      const act = node === undefined ? null : actOf(node, step);
      return act === null ? [] : [{ ...act, ...standingAt(step.tokens, nodes) }];
    }),
    ...(over && { ends: last.outcome }),
  };
}

/** Where the instance stands for all to see; nothing where something is under way inside an activity, which is not told. */
function standingAt(
  tokens: readonly string[],
  nodes: ReadonlyMap<string, FlowNode>,
): { readonly then?: readonly string[] } {
  const at = tokens.flatMap((id) => nodes.get(id) ?? []);
  if (at.some(({ kind }) => kind === 'subProcess' || kind === 'callActivity')) return {};
  return { then: at.filter(({ kind }) => WAITING.includes(kind)).map(({ id }) => id) };
}

const WAITING: readonly NodeKind[] = [
  'userTask',
  'serviceTask',
  'receiveTask',
  'intermediateCatchEvent',
  'eventBasedGateway',
];

function actOf(node: FlowNode, { act, variables }: TraceStep): ScenarioStep | null {
  const given = variables === undefined || Object.keys(variables).length === 0 ? {} : { variables };
  switch (act) {
    case 'complete':
      return completed(node, given);
    case 'timer':
      return { do: 'timer', at: node.id };
    case 'message':
      return { do: 'message', name: nameOf(node, 'message'), at: node.id, ...given };
    case 'signal':
      return { do: 'signal', name: nameOf(node, 'signal'), ...given };
    case 'condition':
      return { do: 'change', variables: variables ?? {} };
    case 'error':
      return node.kind === 'boundaryEvent' ? { do: 'job', at: node.attachedTo, error: codeOf(node) } : null;
    default:
      return null;
  }
}

function completed(node: FlowNode, given: { readonly variables?: JsonObject }): ScenarioStep | null {
  if (node.kind === 'userTask') return { do: 'complete', at: node.id, ...given };
  if (node.kind === 'receiveTask') return { do: 'message', name: node.message ?? '', at: node.id, ...given };
  return node.kind === 'serviceTask' ? { do: 'job', at: node.id, result: given.variables ?? {} } : null;
}

const triggersOf = (node: FlowNode): readonly Trigger[] => ('triggers' in node ? node.triggers : []);

function nameOf(node: FlowNode, kind: 'message' | 'signal'): string {
  if (node.kind === 'receiveTask') return node.message ?? '';
  for (const trigger of triggersOf(node)) if (trigger.kind === kind) return trigger.name ?? '';
  return '';
}

function codeOf(node: FlowNode): string {
  for (const trigger of triggersOf(node)) if (trigger.kind === 'error') return trigger.code ?? '';
  return '';
}
