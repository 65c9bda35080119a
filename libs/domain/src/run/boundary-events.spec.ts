import {
  Run,
  activity,
  beside,
  boundary,
  end,
  endWith,
  flows,
  start,
  sub,
  task,
  throwing,
} from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.5.4, §13.5.3.

const on = (event: string, ...rest: readonly string[]) => [
  start('s'),
  task('a'),
  event,
  task('b'),
  end('e'),
  flows('s>a', 'a>e', 'event>b', 'b>e'),
  ...rest,
];

type Happening = readonly [trigger: string, happens: (run: Run) => Run];
const happenings: readonly Happening[] = [
  ['message', (run) => run.message('来文')],
  ['signal', (run) => run.signal('放行')],
  ['timer:PT1H', (run) => run.fire('event')],
  ['conditional:金额 > 100', (run) => run.change({ 金额: 200 })],
];

describe('an event on the border that interrupts', () => {
  test.each(happenings)('%s: ends the activity, and the token leaves by it', async (trigger, happens) => {
    const run = await Run.of(on(boundary('event', 'a', [trigger])), { 金额: 1 });
    happens(run);
    expect(run.active).toEqual(['b']);
    expect(run.done).toEqual(expect.arrayContaining(['task.cancel a', 'task.open b']));
    expect(() => run.complete('a')).toThrow('not-active');
  });

  test.each(happenings)('%s: is forgotten when the activity is done', async (trigger, happens) => {
    const run = (await Run.of(on(boundary('event', 'a', [trigger])), { 金额: 1 })).complete('a');
    expect(run.marking.status).toBe('completed');
    expect(() => happens(run)).toThrow('instance-completed');
  });

  test('of several triggers: any one of them', async () => {
    const run = await Run.of(on(boundary('event', 'a', ['message', 'signal'])));
    expect(run.signal('放行').active).toEqual(['b']);
  });

  test('of parallel multiple triggers: only all of them', async () => {
    const run = await Run.of(on(boundary('event', 'a', ['message', 'signal'], 'parallelMultiple="true"')));
    expect(run.signal('放行').active).toEqual(['a']);
    expect(run.message('来文').active).toEqual(['b']);
  });
});

describe('an event on the border that does not interrupt', () => {
  test.each(happenings)('%s: sends a token out beside the activity, which goes on', async (trigger, happens) => {
    const run = await Run.of(on(beside('event', 'a', [trigger])), { 金额: 1 });
    happens(run);
    expect(run.active).toEqual(['a', 'b']);
    expect(run.complete('a').active).toEqual(['b']);
  });

  test('happens as often as its message comes', async () => {
    const run = (await Run.of(on(beside('event', 'a', ['message'])))).message('来文').message('来文');
    expect(run.tokensAt('b')).toHaveLength(2);
  });

  test('conditional: happens again only after the condition has not held', async () => {
    const run = await Run.of(on(beside('event', 'a', ['conditional:金额 > 100'])), { 金额: 1 });
    run.change({ 金额: 200 }).change({ 金额: 300 });
    expect(run.tokensAt('b')).toHaveLength(1);
    run.change({ 金额: 1 }).change({ 金额: 200 });
    expect(run.tokensAt('b')).toHaveLength(2);
  });

  test('timer with a cycle: comes again from the time that was due, until its number is reached', async () => {
    const run = await Run.of(on(beside('event', 'a', ['timer:R3/PT1H'])));
    const hour = 3_600_000;
    expect(run.marking.timers).toMatchObject([{ dueAt: hour, left: 2 }]);
    run.now = 5 * hour;
    expect(run.fire('event').marking.timers).toMatchObject([{ dueAt: 2 * hour, left: 1 }]);
    expect(run.fire('event').fire('event').marking.timers).toBeUndefined();
    expect(run.tokensAt('b')).toHaveLength(3);
  });
});

describe('an error', () => {
  const failing = (code: string, ...events: readonly string[]) => [
    start('s'),
    sub('sp', start('is') + task('x') + endWith('bad', code) + flows('is>x', 'x>bad')),
    ...events,
    task('named'),
    task('any'),
    end('e'),
    flows('s>sp', 'sp>e', 'named>e', 'any>e'),
  ];
  const named = boundary('on-named', 'sp', ['error:LATE']) + flows('on-named>named');
  const any = boundary('on-any', 'sp', ['error:*']) + flows('on-any>any');

  test.each([
    ['error:LATE', ['named']],
    ['error:BAD', ['any']],
    ['error:*', ['any']],
  ])('%s goes to the event that names its code, else to the one that names none', async (code, active) => {
    expect((await Run.of(failing(code, any, named))).complete('x').active).toEqual(active);
  });

  test('of a service handler is caught on the border of its task (§13.3.2)', async () => {
    const run = await Run.of([
      start('s'),
      activity('serviceTask', 'job', 'chengban:handler="archive"'),
      boundary('on-named', 'job', ['error:LATE']),
      task('named'),
      flows('s>job', 'on-named>named'),
    ]);
    run.job('job', { kind: 'error', code: 'late' });
    expect(run.active).toEqual(['named']);
  });

  test('of a service handler that nothing catches ends the instance as failed', async () => {
    const run = await Run.of([
      start('s'),
      activity('serviceTask', 'job', 'chengban:handler="archive"'),
      flows('s>job'),
    ]);
    run.job('job', { kind: 'error', code: 'late' });
    expect(run.effects.at(-1)).toEqual({ type: 'end', nodeId: 'flow', outcome: 'failed' });
  });
});

describe('an escalation', () => {
  const escalating = (thrower: string, event: string) => [
    start('s'),
    sub('sp', start('is') + thrower + task('x') + end('ie') + flows('is>up', 'up>x', 'x>ie')),
    event,
    task('told'),
    end('e'),
    flows('s>sp', 'sp>e', 'event>told', 'told>e'),
  ];

  test('is heard beside the sub-process that goes on', async () => {
    const run = await Run.of(escalating(throwing('up', 'escalation'), beside('event', 'sp', ['escalation'])));
    expect(run.active.toSorted()).toEqual(['told', 'x']);
  });

  test('ends the sub-process where the event interrupts', async () => {
    const run = await Run.of(escalating(throwing('up', 'escalation'), boundary('event', 'sp', ['escalation'])));
    expect(run.active).toEqual(['told']);
  });

  test('of another code is not heard; an event without a code hears every one', async () => {
    const deaf = await Run.of(escalating(throwing('up', 'escalation:WARN'), beside('event', 'sp', ['escalation'])));
    expect(deaf.active).toEqual(['x']);
    const all = await Run.of(escalating(throwing('up', 'escalation:WARN'), beside('event', 'sp', ['escalation:*'])));
    expect(all.active.toSorted()).toEqual(['told', 'x']);
  });
});
