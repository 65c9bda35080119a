import type { JsonObject } from '../shared/json.js';
import { flowOf, nodeOf } from '../compile/compiled-flow.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { decide } from '../expressions/feel.js';

export type Choice =
  | { readonly kind: 'flow'; readonly flow: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly flow: string; readonly message: string };

/**
 * The flow an exclusive gateway takes: conditions in the order of the file, then the default (BPMN 2.0.2 table 13.2).
 * A condition that gives no answer stops the search: taking the default instead would decide by accident.
 */
export function choose(flow: CompiledFlow, gateway: string, variables: JsonObject): Choice {
  const node = nodeOf(flow, gateway);
  for (const id of node.outgoing) {
    if (id === node.defaultFlow) continue;
    const when = flowOf(flow, id).when;
    if (when === undefined) return { kind: 'flow', flow: id };
    const verdict = decide(when, variables);
    if (verdict.kind === 'problem') return { kind: 'problem', flow: id, message: verdict.message };
    if (verdict.kind === 'true') return { kind: 'flow', flow: id };
  }
  return node.defaultFlow === undefined ? { kind: 'none' } : { kind: 'flow', flow: node.defaultFlow };
}

export type ManyChoice =
  { readonly kind: 'flows'; readonly flows: readonly string[] } | Exclude<Choice, { readonly kind: 'flow' }>;

/**
 * The flows out of an inclusive or complex gateway, or of an activity (tables 13.3, 8.50): all whose condition holds and
 * all without one; the default only when there is no other. Parallel gateways and events take all.
 */
export function chooseMany(flow: CompiledFlow, nodeId: string, variables: JsonObject): ManyChoice {
  const node = nodeOf(flow, nodeId);
  const flows: string[] = [];
  for (const id of node.outgoing) {
    if (id === node.defaultFlow) continue;
    const when = flowOf(flow, id).when;
    const verdict = when === undefined ? TRUE : decide(when, variables);
    if (verdict.kind === 'problem') return { kind: 'problem', flow: id, message: verdict.message };
    if (verdict.kind === 'true') flows.push(id);
  }
  if (flows.length > 0) return { kind: 'flows', flows };
  return node.defaultFlow === undefined ? { kind: 'none' } : { kind: 'flows', flows: [node.defaultFlow] };
}

const TRUE = { kind: 'true' } as const;
