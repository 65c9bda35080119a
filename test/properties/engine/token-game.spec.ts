import fc from 'fast-check';
import { propertyRuns } from '../../support/property-runs.js';
import { playBoth } from './play-both.js';
import type { Ending } from './play-both.js';
import { drawings } from './random-drawing.js';
import type { Rules } from './events.js';

const RUNS = propertyRuns(520);
const dice = fc.array(fc.nat({ max: 20_000 }), { minLength: 25, maxLength: 25 });

const endings: Record<Ending, number> = {
  completed: 0,
  failed: 0,
  stuck: 0,
  crowded: 0,
  unfinished: 0,
  endless: 0,
  'too many orders': 0,
};
const passed = new Set<string>();

/** For so long, in ms, after the first mismatch simpler ones are looked for. */
const SHRINKING = 60_000;
let partedAt = Infinity;

test('the engine and a naive token game stand at the same place after every act, each through JSON', async () => {
  await fc.assert(
    fc.asyncProperty(drawings(24), dice, async (drawing, thrown) => {
      if (performance.now() - partedAt > SHRINKING) return;
      const played = await playBoth(drawing, thrown).catch((error: unknown) => {
        partedAt = Math.min(partedAt, performance.now());
        throw error;
      });
      endings[played.ending]++;
      for (const what of played.passed) passed.add(what);
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);

/** What happened in the runs must have been all of this: a property about nothing would hold as well. */
const ELEMENTS = [
  'task, service, sub, xor, and, or, eventBased, task standard, task many, sub standard, sub many',
  'boundary timer, boundary message, boundary signal, boundary error, boundary escalation, boundary beside',
  'start timer, start message, start signal, start error, start escalation, start beside',
  'catch timer, catch message, catch signal, catch link, throw escalation, throw signal, throw link',
  'end, end terminate, eventSub, waiting at and, waiting at or, waiting at task',
].join(', ');

test.each(ELEMENTS.split(', '))('the drawings that were played had a %s in them', (what) => {
  const isSo = (each: string): boolean => what.split(' ').every((word) => each.split(' ').includes(word));
  expect([...passed].filter(isSo).length).toBeGreaterThan(0);
});

test('most runs end because the flow does, and hardly any is given up', () => {
  const { completed, failed, stuck, unfinished } = endings;
  expect(completed).toBeGreaterThan(RUNS / 4);
  expect(completed + failed + stuck + unfinished).toBeGreaterThan(RUNS * 0.9);
  expect(endings['too many orders']).toBeLessThan(RUNS * 0.05);
});

/** The fault is planted in the game; that it is found shows that the comparison looks at what it is about. */
test.each<[string, Partial<Rules>]>([
  ['an inclusive join that does not wait', { inclusiveJoinsWait: false }],
  ['a parallel join that counts tokens, from whatever flow', { parallelJoinsCountFlows: false }],
  ['an event that interrupts where it should not', { besideStays: false }],
])(
  '%s is found, and shown with the drawing and the acts',
  async (_, fault) => {
    const rules: Rules = { inclusiveJoinsWait: true, parallelJoinsCountFlows: true, besideStays: true, ...fault };
    const found = await fc.check(
      fc.asyncProperty(drawings(24), dice, async (drawing, thrown) => {
        await playBoth(drawing, thrown, rules);
      }),
      { numRuns: 2_000, seed: 7, endOnFailure: true },
    );
    expect(found.failed).toBe(true);
    const message = found.errorInstance instanceof Error ? found.errorInstance.message : '';
    expect(message).toMatch(/acts:\nstart[^]*engine:\n[^]*game \(\d+ orders\):\n[^]*<bpmn:process/);
  },
  120_000,
);
