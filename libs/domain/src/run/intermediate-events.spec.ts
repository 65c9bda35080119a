import {
  Run,
  and,
  catching,
  end,
  extended,
  flows,
  start,
  task,
  throwing,
  xor,
} from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.5.4, §13.5.2.

const line = (middle: string, ...rest: readonly string[]) => [
  start('s'),
  middle,
  task('after'),
  flows('s>m', 'm>after'),
  ...rest,
];

describe('an intermediate event that waits', () => {
  test('for a message says so, and goes on when it comes, with what it brings', async () => {
    const run = await Run.of(line(catching('m', ['message'])));
    expect(run.active).toEqual(['m']);
    expect(run.effects).toContainEqual({
      type: 'wait.start',
      kind: 'message',
      nodeId: 'm',
      token: 1,
      name: '来文',
      key: null,
    });
    expect(() => run.message('补正')).toThrow('nobody-waits');
    run.message('来文', { 文号: 7 });
    expect([run.active, run.marking.variables]).toEqual([['after'], { 文号: 7 }]);
  });

  test('for a message with a key takes only the one that is meant for it', async () => {
    const run = await Run.of(line(catching('m', ['message'], 'chengban:correlation="文号"')), { 文号: 7 });
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'wait.start', key: '7' }));
    expect(() => run.message('来文', {}, '8')).toThrow('nobody-waits');
    expect(run.message('来文', {}, '7').active).toEqual(['after']);
  });

  test('refuses what it cannot keep, and goes on waiting', async () => {
    const counted = extended(catching('m', ['message']), '<chengban:output from="10 ** 位数" to="总量"/>');
    const run = await Run.of(line(counted));
    const before = run.marking;
    expect(() => run.message('来文', { 位数: 400 })).toThrow('expression-problem');
    expect(run.marking).toEqual(before);
    run.message('来文', { 位数: 1 });
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 总量: 10 } });
  });

  test('gives one message to one place, and leaves the next for the next', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      catching('m', ['message']),
      catching('n', ['message']),
      task('x'),
      task('y'),
      flows('s>p', 'p>m', 'p>n', 'm>x', 'n>y'),
    ]);
    expect(run.message('来文').active).toEqual(['n', 'x']);
    expect(run.message('来文').active).toEqual(['x', 'y']);
  });

  test('for a signal hears it wherever it waits', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      catching('m', ['signal']),
      catching('n', ['signal']),
      task('x'),
      task('y'),
      flows('s>p', 'p>m', 'p>n', 'm>x', 'n>y'),
    ]);
    expect(run.signal('放行').active).toEqual(['x', 'y']);
  });

  test('for a time runs a timer', async () => {
    const run = await Run.of(line(catching('m', ['timer:PT2H'])));
    expect(run.marking.timers).toEqual([{ node: 'm', on: 1, dueAt: 7_200_000 }]);
    expect(run.fire('m').active).toEqual(['after']);
    expect(run.marking.timers).toBeUndefined();
  });

  test('for a condition goes on when the condition comes to hold, whoever changed the data', async () => {
    const run = await Run.of(line(catching('m', ['conditional:金额 > 100'])), { 金额: 1 });
    expect(run.change({ 金额: 50 }).active).toEqual(['m']);
    expect(run.change({ 金额: 500 }).active).toEqual(['after']);
  });

  test('for a condition that holds already does not wait', async () => {
    expect((await Run.of(line(catching('m', ['conditional:金额 > 100'])), { 金额: 500 })).active).toEqual(['after']);
  });

  test('for any of several triggers goes on with the first, and forgets the others', async () => {
    const run = await Run.of(line(catching('m', ['message', 'timer:PT1H'])));
    expect(run.message('来文').done).toEqual(['timer.cancel m', 'wait.cancel m', 'task.open after']);
    expect(() => run.fire('m')).toThrow('not-active');
  });

  test('for all of several triggers counts each once, through persisting', async () => {
    const run = await Run.of(line(catching('m', ['message', 'signal', 'timer'], 'parallelMultiple="true"')));
    run.message('来文').message('来文').fire('m');
    expect(run.marking.tokens).toMatchObject([{ at: 'm', got: { m: [0, 2] } }]);
    expect(run.signal('放行').active).toEqual(['after']);
    expect(run.marking.tokens).toEqual([{ id: 1, at: 'after' }]);
  });

  test('keeps of a message what the drawing takes, and nothing else', async () => {
    const event = extended(catching('m', ['message']), '<chengban:output from="文.号" to="文号"/>');
    const run = (await Run.of(line(event))).message('来文', { 文: { 号: 7 }, 密级: '秘密' });
    expect(run.marking.variables).toEqual({ 文号: 7 });
  });
});

describe('an intermediate event that throws', () => {
  test('without a trigger is a milestone: passed, and remembered', async () => {
    const run = await Run.of(line(throwing('m')));
    expect(run.marking).toMatchObject({ active: ['after'], visited: ['s', 'm', 'after'] });
  });

  test.each([
    ['message', { type: 'message.send', nodeId: 'm', name: '来文', key: null, variables: {} }],
    ['signal', { type: 'signal.send', nodeId: 'm', name: '放行', variables: {} }],
  ])('a %s sends it and goes on', async (trigger, effect) => {
    const run = await Run.of(line(throwing('m', trigger)));
    expect(run.effects).toContainEqual(effect);
    expect(run.active).toEqual(['after']);
  });

  test('an escalation that nobody hears goes on', async () => {
    expect((await Run.of(line(throwing('m', 'escalation')))).active).toEqual(['after']);
  });

  test('a link goes on at the catching half of its name, also backwards (§10.5.5)', async () => {
    const run = await Run.of([
      start('s'),
      task('a'),
      xor('x', 'x-e'),
      throwing('out', 'link:again'),
      catching('in', ['link:again']),
      end('e'),
      flows('s>a', 'a>x', 'x>out?round = 1', 'x>e', 'in>a'),
    ]);
    run.complete('a', { round: 1 });
    expect([run.active, run.passed]).toEqual([['a'], ['a-x', 'x', 'x-out', 'out', 'in', 'in-a', 'a']]);
    expect(run.complete('a', { round: 2 }).marking.status).toBe('completed');
  });
});
