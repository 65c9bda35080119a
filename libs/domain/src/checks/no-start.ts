import { scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { isStart, isUnordered } from './outside-flow.js';

/** Every scope says where it starts (BPMN 2.0.2 §10.5.2); the implied start of the standard is not read into a drawing. */
export const noStart: Check = {
  id: 'no-start',
  run: (model) => {
    const names = new Map(scopesOf(model).flatMap((scope) => scope.nodes.map((node) => [node.id, node] as const)));
    return scopesOf(model)
      .filter((scope) => !isUnordered(names.get(scope.id), scope))
      .filter((scope) => !scope.nodes.some((node) => isStart(node) || isUnsupportedStart(node)))
      .map((scope) => {
        const node = names.get(scope.id);
        const where = node ? `子流程${called(node)}里` : '流程';
        return error(
          'no-start',
          scope.id,
          `${where}没有开始事件，启动不了。`,
          '请加一个开始事件，并连到第一个办理节点。',
        );
      });
  },
};

// A start that does not run has a finding of its own; "no start" on top of it would only confuse.
const isUnsupportedStart = (node: { readonly kind: string; readonly element?: string }): boolean =>
  node.kind === 'unsupported' && (node.element ?? '').startsWith('bpmn:StartEvent');
