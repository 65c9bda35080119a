import type { Scope } from '../bpmn/model.js';
import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, error, warning } from './check.js';
import type { Check } from './check.js';

/** An error boundary catches what an error end inside its sub-process throws; anywhere else it waits in vain. */
export const errorBoundary: Check = {
  id: 'error-boundary',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const { nodes } = indexScope(scope);
      return scope.nodes.flatMap((node) => {
        if (node.kind !== 'errorBoundary') return [];
        const host = nodes.get(node.attachedTo);
        if (host?.kind !== 'subProcess') {
          return [
            error(
              'error-boundary',
              node.id,
              `边界错误事件${called(node)}不在子流程上，办理节点不会抛出错误。`,
              '请把它移到里面有错误结束事件的子流程上，或删除它。',
            ),
          ];
        }
        const thrown = errorsIn(host.scope);
        const caught = node.error === null ? thrown.length > 0 : thrown.includes(node.error);
        return caught
          ? []
          : [
              warning(
                'error-boundary',
                node.id,
                `子流程${called(host)}里没有${called(node)}要捕获的错误，这条路永远不会走。`,
                '请在子流程里加上相同错误的结束事件，或删除这个边界事件。',
              ),
            ];
      });
    }),
};

function errorsIn(scope: Scope): readonly (string | null)[] {
  return scope.nodes.flatMap((node) => {
    if (node.kind === 'errorEndEvent') return [node.error];
    return node.kind === 'subProcess' ? errorsIn(node.scope) : [];
  });
}
