import { scopesOf } from '../bpmn/walk.js';
import { called, warning } from './check.js';
import type { Check } from './check.js';
import { structureOf } from './structure/blocks.js';
import { concurrentItems } from './structure/concurrency.js';

/** Branches that run at once and meet without a parallel join are not joined: what follows runs once per branch (§13.3.1). */
export const fakeJoin: Check = {
  id: 'fake-join',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const { rigid, items, index, blocks } = structureOf(scope);
      if (!rigid) return [];
      const pairs = concurrentItems(items, index, blocks);
      const owner = new Map([...blocks.values()].map((block) => [block.join, block.split]));
      return items.flatMap((id) => {
        const node = index.node(id);
        if (node.kind === 'parallelGateway' || node.kind === 'endEvent' || node.kind === 'errorEndEvent') return [];
        const from = index.incoming(id).map((flow) => owner.get(flow.source) ?? flow.source);
        const meet = from.some((a, at) => from.slice(at + 1).some((b) => pairs.get(a)?.has(b)));
        return meet
          ? [
              warning(
                'fake-join',
                id,
                `几条同时走的线直接连到${called(node)}，它会办理不止一次。`,
                '请在它前面加一个并行网关汇合。',
              ),
            ]
          : [];
      });
    }),
};
