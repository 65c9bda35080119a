import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** A node that no flow touches was forgotten on the canvas. */
export const disconnected: Check = {
  id: 'disconnected',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const index = indexScope(scope);
      return scope.nodes
        .filter(
          (node) => !('attachedTo' in node) && index.incoming(node.id).length + index.outgoing(node.id).length === 0,
        )
        .map((node) =>
          error('disconnected', node.id, `${called(node)}没有任何连线。`, '请用连线把它接进流程，或删除它。'),
        );
    }),
};
