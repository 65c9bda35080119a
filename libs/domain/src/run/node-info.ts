import type { CompiledNode } from '../compile/compiled-flow.js';
import { nodeOf } from '../compile/compiled-flow.js';
import type { Workflow } from './workflow.js';

const TOLD = [
  'purpose',
  'assignment',
  'moreAssignments',
  'seats',
  'approveLabel',
  'submitLabel',
  'dueWorkdays',
  'returnTo',
  'returnWhere',
  'returnAfter',
  'verbs',
  'copies',
  'remindWorkdays',
  'escalateWorkdays',
  'fields',
  'outcome',
  'attachedTo',
] as const satisfies readonly (keyof CompiledNode)[];

/** A node for those outside: what to show, who handles it, how it is decided, where a return goes. */
export type NodeInfo = { readonly id: string } & Pick<CompiledNode, 'kind' | 'name' | (typeof TOLD)[number]>;

/** Null when the flow has no such node. A node without a name is called by its id. */
export function nodeInfo({ compiled }: Workflow, nodeId: string): NodeInfo | null {
  if (!Object.hasOwn(compiled.nodes, nodeId)) return null;
  const node = nodeOf(compiled, nodeId);
  return {
    id: nodeId,
    kind: node.kind,
    name: node.name === '' ? nodeId : node.name,
    ...Object.fromEntries(TOLD.flatMap((key) => (node[key] === undefined ? [] : [[key, node[key]]]))),
  };
}
