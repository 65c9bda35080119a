import fc from 'fast-check';
import { sameXml, rewriteBpmn } from '@chengban/domain';
import { propertyRuns } from '../../support/property-runs.js';
import { goThrough } from './go-through.js';
import type { Way } from './go-through.js';
import { models } from './models.js';
import { spoiler } from './spoiler.js';

const spoilt = spoiler(models);
const numbers = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 40 });

/** What a careless person draws and the engine runs all the same. */
const HARMLESS = new Set([
  'task-without-assignment',
  'no-default',
  'unknown-variable',
  'form-missing',
  'form-field',
  'no-end',
  'stuck',
  'two-tokens',
  'never-reached',
  'no-way-to-end',
  'dead-node',
  'wide-net',
  'soundness-unknown',
  'message-left',
  'handler-unknown',
  'disconnected',
  'implicit-split',
  'fake-join',
  'mixed-gateway',
  'review-before-acceptance',
  'assignment-unknown',
]);

describe('whatever is done to a drawing, it is refused with a reason or runs', () => {
  const came = new Map<Way, number>();
  const note = (way: Way): void => void came.set(way, (came.get(way) ?? 0) + 1);

  test.each([
    ['by the checks', new Set<string>()],
    ['by the engine, where the checks would only spare people trouble', HARMLESS],
  ])(
    '%s',
    async (_who, harmless) => {
      await fc.assert(
        fc.asyncProperty(numbers, numbers, async (dice, acts) => {
          const { xml, how } = spoilt(dice);
          try {
            note(await goThrough(xml, acts.slice(0, 15), harmless));
          } catch (error) {
            throw new Error(`${how}: ${error instanceof Error ? error.message : ''}\n${xml}`, { cause: error });
          }
        }),
        { numRuns: propertyRuns(200) },
      );
    },
    3_600_000,
  );

  test('some were refused, some found wanting, some ran', () => {
    for (const way of ['refused', 'found wanting', 'completed', 'runs'] as const) {
      expect([way, (came.get(way) ?? 0) > 0]).toEqual([way, true]);
    }
  });
});

test('a text that is cut, doubled or mixed up anywhere is refused with a reason or runs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...models), fc.nat(), fc.nat(), fc.string(), async (xml, from, to, put) => {
      const [a, b] = [from % xml.length, to % xml.length].sort((one, two) => one - two) as [number, number];
      for (const text of [xml.slice(0, a) + put + xml.slice(b), xml.slice(0, b) + xml.slice(a), xml.slice(0, a)]) {
        await goThrough(text, []);
      }
    }),
    { numRuns: propertyRuns(100) },
  );
}, 3_600_000);

test('whatever is written again has lost nothing, however it was spoilt', async () => {
  let again = 0;
  await fc.assert(
    fc.asyncProperty(numbers, async (dice) => {
      const { xml } = spoilt(dice);
      const result = await rewriteBpmn(xml);
      if (!result.ok) return;
      again++;
      expect(sameXml(xml, result.value)).toBeNull();
    }),
    { numRuns: propertyRuns(100) },
  );
  expect(again).toBeGreaterThan(10);
}, 3_600_000);
