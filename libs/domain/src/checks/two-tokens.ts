import { error, warning } from './check.js';
import type { Check } from './check.js';
import type { SoundnessTrouble } from './soundness/report.js';
import { soundness } from './soundness/soundness.js';
import { namesOf } from './way-there.js';

/** Places told of one scope: what follows a second token is often doubled too. */
const MOST_TOLD = 3;

/** Never two tokens in one place unless several are meant. An end that is reached twice harms nobody, but is seldom meant. */
export const twoTokens: Check = {
  id: 'two-tokens',
  run: (model) => {
    const names = namesOf(model);
    return soundness(model).scopes.flatMap(({ troubles }) =>
      troubles
        .filter(({ kind }) => kind === 'second-token' || (kind === 'end-twice' && !isDoubled(troubles)))
        .slice(0, MOST_TOLD)
        .map(({ kind, counterexample: { elementId, steps } }) => {
          const [way, node] = [names.wayThere(steps), names.node(elementId)];
          const finding =
            kind === 'second-token'
              ? error('two-tokens', elementId, `${way}，${node}会同时出现两份。`, CURE)
              : warning('two-tokens', elementId, `${way}，${node}会到达两次。`, CURE);
          return { ...finding, trace: steps };
        }),
    );
  },
};

/** Behind a second token every end is reached twice. */
const isDoubled = (troubles: readonly SoundnessTrouble[]): boolean =>
  troubles.some(({ kind }) => kind === 'second-token');

const CURE = '请在同时走的几条线后面先用并行网关汇合，再继续。';
