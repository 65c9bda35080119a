import type { FlowNode } from '../bpmn/model.js';
import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { isLink, isOutsideFlow, isStart } from './outside-flow.js';
import { reachableFrom } from './reach.js';

/** A node with flows that no path from the start leads to. (Paths that lead there but can never be taken: `soundness`.) */
export const deadNode: Check = {
  id: 'dead-node',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const starts = scope.nodes.filter(isEntry).map((node) => node.id);
      if (!scope.nodes.some(isStart)) return [];
      const index = indexScope(scope);
      const reached = reachableFrom(starts, index);
      return scope.nodes
        .filter((node) => !reached.has(node.id) && index.incoming(node.id).length + index.outgoing(node.id).length > 0)
        .map((node) =>
          error(
            'dead-node',
            node.id,
            `从开始事件走不到${called(node)}，它永远不会办理。`,
            '请把前一步连到它，或删除它。',
          ),
        );
    }),
};

const isEntry = (node: FlowNode): boolean =>
  isStart(node) || isLink(node, 'intermediateCatchEvent') || isOutsideFlow(node);
