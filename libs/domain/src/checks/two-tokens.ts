import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { explorable, wayThere } from './soundness/explorable.js';
import { explore } from './soundness/explore.js';

/** Safeness: never two tokens in one place; the second would be the same task twice at once. */
export const twoTokens: Check = {
  id: 'two-tokens',
  run: (model) => {
    const nodes = new Map(nodesOf(model).map((node) => [node.id, node]));
    return explorable(model).flatMap((scope) =>
      explore(scope)
        .twice.slice(0, 3)
        .map(({ elementId, path }) => {
          const node = nodes.get(elementId) ?? { id: elementId, name: '' };
          return error(
            'two-tokens',
            elementId,
            `${wayThere(path)}，${called(node)}会同时出现两份。`,
            '请在同时走的几条线后面先用并行网关汇合，再继续。',
          );
        }),
    );
  },
};
