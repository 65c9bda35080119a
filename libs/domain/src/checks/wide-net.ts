import { scopesOf } from '../bpmn/walk.js';
import { warning } from './check.js';
import type { Check } from './check.js';
import { structureOf } from './structure/blocks.js';
import { colours, concurrentItems } from './structure/concurrency.js';

/** Above this many nodes that may be active together a crossing drawing steps slowly, and nobody can read it. */
const MOST = 25;

export const wideNet: Check = {
  id: 'wide-net',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const { rigid, items, index, blocks } = structureOf(scope);
      if (!rigid) return [];
      const wide = colours(items, concurrentItems(items, index, blocks)).length;
      return wide > MOST
        ? [
            warning(
              'wide-net',
              scope.id,
              `有约 ${wide} 个节点可能同时办理，而且互相交叉，图难以看懂，运行也慢。`,
              '请让每个并行分开的网关都有自己的汇合网关，层层对应。',
            ),
          ]
        : [];
    }),
};
