import type { FlowModel, FlowNode, Scope, SequenceFlow } from '@chengban/domain';

/** A flow without its nesting: what two versions are compared by. */
export interface FlatFlow {
  nodes: ReadonlyMap<string, FlowNode>;
  flows: ReadonlyMap<string, SequenceFlow>;
}

export function flatten(model: FlowModel): FlatFlow {
  const scopes = [model.root, ...model.others.map(({ root }) => root)].flatMap(scopesIn);
  return {
    nodes: new Map(scopes.flatMap((scope) => scope.nodes).map((node) => [node.id, node])),
    flows: new Map(scopes.flatMap((scope) => scope.flows).map((flow) => [flow.id, flow])),
  };
}

const scopesIn = (scope: Scope): Scope[] => [
  scope,
  ...scope.nodes.flatMap((node) => (node.kind === 'subProcess' ? scopesIn(node.scope) : [])),
];
