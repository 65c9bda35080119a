import { scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { isUnordered } from './outside-flow.js';

/** A scope without an end event never says that it is over. */
export const noEnd: Check = {
  id: 'no-end',
  run: (model) => {
    const names = new Map(scopesOf(model).flatMap((scope) => scope.nodes.map((node) => [node.id, node] as const)));
    return scopesOf(model)
      .filter((scope) => !isUnordered(names.get(scope.id), scope))
      .filter((scope) => !scope.nodes.some((node) => node.kind === 'endEvent' || isUnsupportedEnd(node)))
      .map((scope) => {
        const node = names.get(scope.id);
        const where = node ? `子流程${called(node)}里` : '流程';
        return error('no-end', scope.id, `${where}没有结束事件，永远办不完。`, '请在最后一步之后加一个结束事件。');
      });
  },
};

const isUnsupportedEnd = (node: { readonly kind: string; readonly element?: string }): boolean =>
  node.kind === 'unsupported' && (node.element ?? '').startsWith('bpmn:EndEvent');
