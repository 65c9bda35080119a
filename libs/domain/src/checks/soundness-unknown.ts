import { warning } from './check.js';
import type { Check } from './check.js';
import { explorable } from './soundness/explorable.js';
import { MOST_MARKINGS, explore } from './soundness/explore.js';

export const soundnessUnknown: Check = {
  id: 'soundness-unknown',
  run: (model) =>
    explorable(model)
      .filter((scope) => !explore(scope).complete)
      .map((scope) =>
        warning(
          'soundness-unknown',
          scope.id,
          `流程的走法超过 ${MOST_MARKINGS} 种，没能全部试完，不能保证每种都走得到结束。`,
          '请让每个并行分开的网关都有自己的汇合网关，层层对应，这样就能查清。',
        ),
      ),
};
