import fc from 'fast-check';
import { propertyRuns } from '../../support/property-runs.js';
import { playBoth } from './play-both.js';
import type { Ending } from './play-both.js';
import { drawings } from './random-drawing.js';

const RUNS = propertyRuns(600);
const dice = fc.array(fc.nat({ max: 20_000 }), { minLength: 25, maxLength: 25 });

/** What the runs met, so that a property about nothing is noticed. */
const met: Record<Ending | 'drawings' | 'acts', number> = {
  drawings: 0,
  acts: 0,
  completed: 0,
  failed: 0,
  stuck: 0,
  crowded: 0,
  unfinished: 0,
  endless: 0,
  'too many orders': 0,
};

test('the engine and a naive token game stand at the same place after every act, through JSON each time', async () => {
  await fc.assert(
    fc.asyncProperty(drawings(24), dice, async (drawing, thrown) => {
      const { ending, acts } = await playBoth(drawing, thrown);
      met.drawings++;
      met.acts += acts.length;
      met[ending]++;
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 3_000_000 },
  );
  console.log(met);
}, 3_600_000);
