import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

/** Where a return goes must be a drafting task of this flow. */
export const returnTarget: Check = {
  id: 'return-target',
  run: (model) => {
    const nodes = new Map(nodesOf(model).map((node) => [node.id, node]));
    return nodesOf(model).flatMap((node) => {
      if (node.kind !== 'userTask' || node.returnTo === null) return [];
      const target = nodes.get(node.returnTo);
      if (target === undefined) {
        return [
          error(
            'return-target',
            node.id,
            `${called(node)}退回到“${node.returnTo}”，流程里没有这个节点。`,
            '请重新选择退回到哪个填报节点，或留空（退给最近的填报人）。',
            'returnTo',
          ),
        ];
      }
      if (target.kind === 'userTask' && target.purpose === 'draft') return [];
      return [
        error(
          'return-target',
          node.id,
          `${called(node)}退回到${called(target)}，那里不是填报节点，退回后没人能修改。`,
          '请选择用途为“填报”的节点。',
          'returnTo',
        ),
      ];
    });
  },
};
