import { flowOf, nodeOf, scopeOf } from '../compile/compiled-flow.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { activitySentences } from './explain/activities.js';
import { eventSentences } from './explain/events.js';
import { gatewaySentences } from './explain/gateways.js';

/** One node of a flow in words: what happens there, and what follows. */
export interface Explained {
  readonly nodeId: string;
  readonly sentences: readonly string[];
}

/** The flow as Chinese sentences, step by step in the order a token first comes to them. Pure; for the command line and the designer. */
export function explainFlow(compiled: CompiledFlow): readonly Explained[] {
  return inOrder(compiled).map((nodeId) => ({ nodeId, sentences: sentencesOf(compiled, nodeId) }));
}

/**
 * Nodes breadth first from the start; an activity followed by its inside and its boundary events, a process by its event
 * sub-processes. What cannot be reached so comes last.
 */
function inOrder(compiled: CompiledFlow): readonly string[] {
  const starts = (scope: string): readonly string[] => {
    const { starts: plain, triggered = [] } = scopeOf(compiled, scope);
    return [...plain, ...triggered];
  };
  const others = Object.keys(compiled.scopes).filter((id) => id !== compiled.processId && isProcess(compiled, id));
  const seen = new Set<string>();
  for (const process of [compiled.processId, ...others]) {
    const left = [...starts(process)];
    for (const scope of eventScopes(compiled, process)) left.push(scope);
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const node = nodeOf(compiled, id);
      if (node.inside !== undefined && !isProcess(compiled, node.inside)) {
        left.unshift(...starts(node.inside), ...eventScopes(compiled, node.inside));
      }
      left.push(...(node.boundaries ?? []), ...node.outgoing.map((flow) => flowOf(compiled, flow).target));
      if (node.handler !== undefined) left.push(node.handler);
    }
  }
  return [...new Set([...seen, ...Object.keys(compiled.nodes)])];
}

const isProcess = (compiled: CompiledFlow, scope: string): boolean => {
  const { kind } = scopeOf(compiled, scope);
  return kind === 'process' || kind === 'globalTask';
};

/** The event sub-processes of a scope, as nodes. */
function eventScopes(compiled: CompiledFlow, scope: string): readonly string[] {
  const inside = new Set(scopeOf(compiled, scope).eventScopes ?? []);
  return Object.entries(compiled.nodes).flatMap(([id, node]) => (inside.has(node.inside ?? '') ? [id] : []));
}

function sentencesOf(compiled: CompiledFlow, id: string): readonly string[] {
  return eventSentences(compiled, id) ?? gatewaySentences(compiled, id) ?? activitySentences(compiled, id) ?? [];
}
