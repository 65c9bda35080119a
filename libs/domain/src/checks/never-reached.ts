import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { explorable } from './soundness/explorable.js';
import { explore } from './soundness/explore.js';

/** No dead node: every node takes part in some run. (Nodes without a path from the start: `dead-node`.) */
export const neverReached: Check = {
  id: 'never-reached',
  run: (model) => {
    const nodes = new Map(nodesOf(model).map((node) => [node.id, node]));
    return explorable(model).flatMap((scope) => {
      const { never, stuck, twice } = explore(scope);
      // Behind a place where runs hang, everything is unreached: the cause is reported there.
      if (stuck.length > 0 || twice.length > 0) return [];
      return never
        .filter((id) => nodes.get(id)?.kind !== 'errorBoundary')
        .map((id) =>
          error(
            'never-reached',
            id,
            `${called(nodes.get(id) ?? { id, name: '' })}虽然有连线，但没有一种走法能到它。`,
            '请检查它前面的子流程能不能正常结束，或删除它。',
          ),
        );
    });
  },
};
