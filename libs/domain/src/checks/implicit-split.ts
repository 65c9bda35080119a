import type { FlowNode, NodeKind, SequenceFlow } from '../bpmn/model.js';
import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';

/** Gateways say how they split; an end has no way out (see flow-direction). */
const SPLITS: readonly NodeKind[] = [
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'complexGateway',
  'endEvent',
  'unsupported',
];

/** Several flows out of a task mean, in the standard, all at once (§13.3.1). Few who draw it mean that: a gateway says it. */
export const implicitSplit: Check = {
  id: 'implicit-split',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const index = indexScope(scope);
      return scope.nodes
        .filter((node) => !SPLITS.includes(node.kind) && unasked(index.outgoing(node.id), node) > 1)
        .map((node) =>
          warning(
            'implicit-split',
            node.id,
            `${called(node)}后面有几条连线，不清楚是同时走还是选一条。`,
            '请在它后面加网关：选一条用排他网关，同时走用并行网关。',
          ),
        );
    }),
};

/** Flows with conditions, and the default beside them, say when they are taken. */
const unasked = (flows: readonly SequenceFlow[], node: FlowNode): number =>
  flows.filter(({ id, condition }) => condition === null && !('defaultFlow' in node && node.defaultFlow === id)).length;
