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
  const { kind, name, purpose, assignment, approveLabel, submitLabel, dueWorkdays, returnTo, outcome, attachedTo } =
    nodeOf(compiled, nodeId);
  return {
    id: nodeId,
    kind,
    name: name === '' ? nodeId : name,
    ...(purpose !== undefined && { purpose }),
    ...(assignment !== undefined && { assignment }),
    ...(approveLabel !== undefined && { approveLabel }),
    ...(submitLabel !== undefined && { submitLabel }),
    ...(dueWorkdays !== undefined && { dueWorkdays }),
    ...(returnTo !== undefined && { returnTo }),
    ...(outcome !== undefined && { outcome }),
    ...(attachedTo !== undefined && { attachedTo }),
  };
}
