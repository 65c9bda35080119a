import { Run, end, flows, start, task, timer, xor } from '../../../../test/properties/engine/draw.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);

/** Reviewed in five working days; returned to be mended as often as need be. */
const returned = (attributes: string, timerText = 'P5BD') => [
  start('s'),
  task('review', `chengban:dueWorkdays="5" ${attributes}`),
  timer('late', 'review', 'timeDuration', timerText),
  task('urge'),
  xor('x', 'ok'),
  task('mend'),
  end('e'),
  flows('s>review', 'review>x', 'x>mend?verdict = "return"', 'mend>review', 'late>urge', 'urge>e'),
  '<bpmn:sequenceFlow id="ok" sourceRef="x" targetRef="e"/>',
];

const dueOf = (run: Run): readonly string[] =>
  run.effects.flatMap((effect) =>
    (effect.type === 'task.open' || effect.type === 'timer.start') && effect.dueAt !== undefined
      ? [`${effect.nodeId} ${new Date(effect.dueAt).toISOString()}`]
      : [],
  );

async function sentBackAndMended(attributes: string, timerText?: string): Promise<Run> {
  // a Monday; three working days in review, a week to mend
  const run = await Run.of(returned(attributes, timerText), {}, at('2024-10-14T09:00:00'));
  expect(dueOf(run)[0]).toBe('review 2024-10-21T16:00:00.000Z');
  run.now = at('2024-10-17T15:00:00');
  run.complete('review', { verdict: 'return' });
  run.now = at('2024-10-24T10:00:00');
  return run.complete('mend', { verdict: null });
}

describe('a term of a task that opens again', () => {
  test('begins anew, unless the drawing says that it goes on', async () => {
    expect(dueOf(await sentBackAndMended(''))).toEqual([
      'review 2024-10-31T16:00:00.000Z',
      'late 2024-10-31T16:00:00.000Z',
    ]);
  });

  test('goes on where it stood: what the submitter took is not counted, on the deadline at its border neither', async () => {
    expect(dueOf(await sentBackAndMended('chengban:clock="continues"'))).toEqual([
      'review 2024-10-28T16:00:00.000Z',
      'late 2024-10-28T16:00:00.000Z',
    ]);
  });

  test('that goes on counts hours to the minute, and is due at once when nothing is left', async () => {
    const days = await sentBackAndMended('chengban:clock="continues"', 'P4D');
    expect(dueOf(days)).toContain('late 2024-10-24T20:00:00.000Z');
    const over = await sentBackAndMended('chengban:clock="continues"', 'P3D');
    expect(dueOf(over)).toContain('late 2024-10-24T02:00:00.000Z');
  });

  test('is remembered over several returns, and forgotten with the instance', async () => {
    const run = await sentBackAndMended('chengban:clock="continues"');
    run.now = at('2024-10-25T15:00:00');
    run.complete('review', { verdict: 'return' });
    run.now = at('2024-11-04T09:00:00');
    run.complete('mend', { verdict: null });
    // three days in the first round, one in the second: one is left
    expect(dueOf(run)[0]).toBe('review 2024-11-05T16:00:00.000Z');
    expect(run.marking.terms?.['review']).toHaveLength(3);
    expect(run.complete('review', { verdict: 'approve' }).marking.terms).toBeUndefined();
  });
});
