import type { FlowModel, FlowNode, Scope, SequenceFlow } from './model.js';

/** Every scope of a model, outermost first. */
export function scopesOf(model: FlowModel): readonly Scope[] {
  const scopes: Scope[] = [model.root, ...model.others.map((other) => other.root)];
  // the list grows while it is walked
  for (const scope of scopes) {
    for (const node of scope.nodes) if (node.kind === 'subProcess') scopes.push(node.scope);
  }
  return scopes;
}

export const nodesOf = (model: FlowModel): readonly FlowNode[] => scopesOf(model).flatMap((scope) => scope.nodes);

export const flowsOf = (model: FlowModel): readonly SequenceFlow[] => scopesOf(model).flatMap((scope) => scope.flows);

/** Flows by the node they touch, in document order. */
export interface FlowIndex {
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** a node that is known to be in the scope */
  node(nodeId: string): FlowNode;
  incoming(nodeId: string): readonly SequenceFlow[];
  outgoing(nodeId: string): readonly SequenceFlow[];
  /** boundary events sitting on a node */
  boundaries(nodeId: string): readonly FlowNode[];
}

const NOTHING: readonly never[] = [];

export function indexScope(scope: Scope): FlowIndex {
  const incoming = new Map<string, SequenceFlow[]>();
  const outgoing = new Map<string, SequenceFlow[]>();
  const boundaries = new Map<string, FlowNode[]>();
  for (const flow of scope.flows) {
    push(incoming, flow.target, flow);
    push(outgoing, flow.source, flow);
  }
  for (const node of scope.nodes) {
    if ('attachedTo' in node && node.attachedTo !== null) push(boundaries, node.attachedTo, node);
  }
  const nodes = new Map(scope.nodes.map((node) => [node.id, node]));
  return {
    nodes,
    node: (id) => {
      const node = nodes.get(id);
      if (node === undefined) throw new Error(`no node ${id} in scope ${scope.id}`);
      return node;
    },
    incoming: (id) => incoming.get(id) ?? NOTHING,
    outgoing: (id) => outgoing.get(id) ?? NOTHING,
    boundaries: (id) => boundaries.get(id) ?? NOTHING,
  };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
