import { indexScope, nodesOf, scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { isOutsideFlow, isUnordered } from './outside-flow.js';

/** A node that no flow touches was forgotten on the canvas. */
export const disconnected: Check = {
  id: 'disconnected',
  run: (model) => {
    const hosts = new Map(
      nodesOf(model).flatMap((node) => (node.kind === 'subProcess' ? [[node.scope.id, node]] : [])),
    );
    return scopesOf(model).flatMap((scope) => {
      if (isUnordered(hosts.get(scope.id), scope)) return [];
      const index = indexScope(scope);
      return scope.nodes
        .filter(
          (node) =>
            !('attachedTo' in node) &&
            !isOutsideFlow(node) &&
            index.incoming(node.id).length + index.outgoing(node.id).length === 0,
        )
        .map((node) =>
          error('disconnected', node.id, `${called(node)}没有任何连线。`, '请用连线把它接进流程，或删除它。'),
        );
    });
  },
};
