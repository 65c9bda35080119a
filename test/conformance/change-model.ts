import type { FlowModel, FlowNode, Scope, SequenceFlow } from '@chengban/domain';

export interface Changes {
  readonly node: (node: FlowNode) => FlowNode;
  readonly flow: (flow: SequenceFlow, scope: Scope) => SequenceFlow;
}

/** A copy of a model with every node and flow changed, those inside sub-processes and of the other processes too. */
export function changeModel(model: FlowModel, changes: Changes): FlowModel {
  return {
    ...model,
    root: changeScope(model.root, changes),
    others: model.others.map((other) => ({ ...other, root: changeScope(other.root, changes) })),
  };
}

const changeScope = (scope: Scope, changes: Changes): Scope => ({
  ...scope,
  nodes: scope.nodes.map((node) => {
    const changed = changes.node(node);
    return changed.kind === 'subProcess' ? { ...changed, scope: changeScope(changed.scope, changes) } : changed;
  }),
  flows: scope.flows.map((flow) => changes.flow(flow, scope)),
});

export const scopesOf = (model: FlowModel): readonly Scope[] =>
  [model.root, ...model.others.map((other) => other.root)].flatMap(withInner);

const withInner = (scope: Scope): readonly Scope[] => [
  scope,
  ...scope.nodes.flatMap((node) => (node.kind === 'subProcess' ? withInner(node.scope) : [])),
];

/** The ids of the processes of a file. */
export const processesOf = (model: FlowModel): readonly string[] => [
  model.processId,
  ...model.others.filter((other) => other.kind === 'process').map((other) => other.id),
];
