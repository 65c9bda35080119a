import fc from 'fast-check';
import { propertyRuns } from '../../support/property-runs.js';
import { offices } from './approval-drawing.js';
import { playOffice } from './play-office.js';

const RUNS = propertyRuns(300);
const numbers = fc.array(fc.nat({ max: 5_039 }), { minLength: 200, maxLength: 200, size: 'max' });

const seen: Record<string, number> = {};

/** For so long, in ms, after the first failure simpler ones are looked for. */
const SHRINKING = 60_000;
let failedAt = Infinity;

test('whatever people do in whatever flow, no task is left behind, nobody decides twice, and nothing stands that the flow could not reach', async () => {
  await fc.assert(
    fc.asyncProperty(offices, numbers, async (office, thrown) => {
      if (performance.now() - failedAt > SHRINKING) return;
      const played = await playOffice(office, thrown).catch((error: unknown) => {
        failedAt = Math.min(failedAt, performance.now());
        throw error;
      });
      for (const [what, times] of Object.entries(played.seen)) seen[what] = (seen[what] ?? 0) + times;
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);

/** What happened in the runs must have been all of this: a property about nothing would hold as well. */
const HAPPENED =
  'submit, approve, return, reject, transfer, delegate, reply, addSigner, removeSigner, claim, release, save, withdraw, ' +
  'handOver, urge, reroute, confirmReroute, timer, message, signal, job, foreseen, straight back, taken back at once, replay same';

test.each(HAPPENED.split(', '))('people and the world did all they can: %s', (what) => {
  expect(seen[what] ?? 0).toBeGreaterThan(0);
});

test('hardly any comparison with a replay is given up', () => {
  expect((seen['replay given up'] ?? 0) / (seen['replay same'] ?? 1)).toBeLessThan(0.03);
});
