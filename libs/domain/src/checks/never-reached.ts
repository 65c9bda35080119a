import { error } from './check.js';
import type { Check } from './check.js';
import { soundness } from './soundness/soundness.js';
import { namesOf } from './way-there.js';

/** No dead node: every node takes part in some run. (Nodes without a path from the start: `dead-node`.) */
export const neverReached: Check = {
  id: 'never-reached',
  run: (model) => {
    const names = namesOf(model);
    return soundness(model)
      .scopes.flatMap(({ deadNodes }) => deadNodes)
      .map((id) =>
        error(
          'never-reached',
          id,
          `${names.node(id)}虽然有连线，但没有一种走法能到它。`,
          '请检查它前面的条件和子流程能不能走到这里，或删除它。',
        ),
      );
  },
};
