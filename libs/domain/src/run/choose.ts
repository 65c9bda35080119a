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
