import { Run, activity, catching, end, flows, gateway, start, task } from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.6.6, §13.4.4. Those that start an instance: start-events.spec.ts.

const parts = [
  start('s'),
  gateway('eventBased', 'g'),
  catching('m', ['message'], 'chengban:correlation="文号"'),
  catching('t', ['timer:P1D']),
  activity('receiveTask', 'r', 'messageRef="M2"'),
  task('answered'),
  task('late'),
  task('mended'),
  end('e'),
  flows('s>g', 'g>m', 'g>t', 'g>r', 'm>answered', 't>late', 'r>mended', 'answered>e', 'late>e', 'mended>e'),
];

describe('an event-based gateway', () => {
  test('waits for all the events behind it, at one place', async () => {
    const run = await Run.of(parts, { 文号: 7 });
    expect(run.active).toEqual(['g']);
    expect(run.done).toEqual(['wait.start m', 'timer.start t', 'wait.start r']);
  });

  test.each<[string, (run: Run) => Run, readonly string[], string]>([
    ['a message', (run) => run.message('来文', {}, '7'), ['timer.cancel t', 'wait.cancel r'], 'answered'],
    ['a time', (run) => run.fire('t'), ['wait.cancel m', 'wait.cancel r'], 'late'],
    ['the message of a task', (run) => run.message('补正'), ['wait.cancel m', 'timer.cancel t'], 'mended'],
  ])('goes the way of the first that happens: %s', async (_what, happens, forgotten, next) => {
    const run = await Run.of(parts, { 文号: 7 });
    happens(run);
    expect(run.active).toEqual([next]);
    expect(run.done).toEqual(expect.arrayContaining([...forgotten, `task.open ${next}`]));
    expect(run.marking.timers).toBeUndefined();
  });

  test('hears only the message with its key', async () => {
    const run = await Run.of(parts, { 文号: 7 });
    expect(() => run.message('来文', {}, '8')).toThrow('nobody-waits');
  });

  test('with a condition that holds already goes on at once', async () => {
    const run = await Run.of(
      [
        start('s'),
        gateway('eventBased', 'g'),
        catching('c', ['conditional:急 = true']),
        catching('t', ['timer']),
        task('a'),
        flows('s>g', 'g>c', 'g>t', 'c>a', 't>a'),
      ],
      { 急: true },
    );
    expect(run.active).toEqual(['a']);
  });

  test('takes one way out only, where one signal reaches two of its events', async () => {
    const run = await Run.of([
      start('s'),
      gateway('eventBased', 'g'),
      catching('x', ['signal']),
      catching('y', ['signal']),
      task('a'),
      task('b'),
      flows('s>g', 'g>x', 'g>y', 'x>a', 'y>b'),
    ]);
    run.signal('放行');
    expect(run.active).toEqual(['a']);
    expect(run.effects.filter((each) => each.type === 'wait.cancel')).toHaveLength(2);
  });

  test('waits anew for all of them when what came leads straight back to it', async () => {
    const run = await Run.of([
      start('s'),
      gateway('eventBased', 'g'),
      catching('m', ['message']),
      catching('t', ['timer:P1D']),
      end('e'),
      flows('s>g', 'g>m', 'g>t', 'm>g', 't>e'),
    ]);
    run.message('来文');
    expect(run.active).toEqual(['g']);
    expect(run.done).toEqual(expect.arrayContaining(['wait.start m', 'timer.start t']));
    expect(run.message('来文').active).toEqual(['g']);
  });
});
