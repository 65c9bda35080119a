import type { CompiledNode } from '../compile/compiled-flow.js';
import { nodeOf } from '../compile/compiled-flow.js';
import type { Workflow } from './workflow.js';

/** A node for those outside: what to show, who handles it, where a return goes. */
export type NodeInfo = { readonly id: string } & Pick<
  CompiledNode,
  | 'kind'
  | 'name'
  | 'purpose'
  | 'assignment'
  | 'approveLabel'
  | 'submitLabel'
  | 'dueWorkdays'
  | 'returnTo'
  | 'outcome'
  | 'attachedTo'
>;

/** Null when the flow has no such node. A node without a name is called by its id. */
export function nodeInfo({ compiled }: Workflow, nodeId: string): NodeInfo | null {
  if (!Object.hasOwn(compiled.nodes, nodeId)) return null;
  const {
    scope: _scope,
    outgoing: _outgoing,
    defaultFlow: _default,
    timer: _timer,
    error: _error,
    ...info
  } = nodeOf(compiled, nodeId);
  return { id: nodeId, ...info, name: info.name === '' ? nodeId : info.name };
}
