import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';
import { explorable, wayThere } from './soundness/explorable.js';
import { explore } from './soundness/explore.js';

/** Option to complete: from wherever a run can get, the end must still be reachable. */
export const stuck: Check = {
  id: 'stuck',
  run: (model) => {
    const nodes = new Map(nodesOf(model).map((node) => [node.id, node]));
    return explorable(model).flatMap((scope) =>
      explore(scope).stuck.map(({ elementId, path }) => {
        const node = nodes.get(elementId) ?? { id: elementId, name: '' };
        return error(
          'stuck',
          elementId,
          `${wayThere(path)}，流程停在${called(node)}，再也走不到结束。`,
          '并行网关要等每一条进线：请让分开的线都能走到它，或改用排他网关汇合。',
        );
      }),
    );
  },
};
