import { indexScope, scopesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { isLink, isOutsideFlow } from './outside-flow.js';
import { leadingTo } from './reach.js';

/** A node from which no path leads to an end: whoever comes there stays. */
export const noWayToEnd: Check = {
  id: 'no-way-to-end',
  run: (model) =>
    scopesOf(model).flatMap((scope) => {
      const ends = scope.nodes
        .filter((node) => node.kind === 'endEvent' || isLink(node, 'intermediateThrowEvent'))
        .map(({ id }) => id);
      if (ends.length === 0) return [];
      const index = indexScope(scope);
      const good = leadingTo(ends, scope, index);
      return scope.nodes
        .filter((node) => !good.has(node.id) && node.kind !== 'unsupported' && !isOutsideFlow(node))
        .filter((node) => 'attachedTo' in node || index.incoming(node.id).length + index.outgoing(node.id).length > 0)
        .map((node) =>
          error(
            'no-way-to-end',
            node.id,
            `${called(node)}之后没有路走到结束，办到这里就停住了。`,
            '请从它（或它后面的节点）连到下一步或结束事件。',
          ),
        );
    }),
};
