import { Run, and, end, flows, start, task, xor } from '../../../../test/properties/engine/draw.js';

describe('an exclusive gateway', () => {
  const choice = (fallback?: string) => [
    start('s'),
    task('a'),
    xor('x', fallback),
    task('big'),
    task('small'),
    end('e'),
    flows('s>a', 'a>x', 'x>big?form.金额 > 100', fallback ? 'x>small' : 'x>small?form.金额 <= 100', 'big>e', 'small>e'),
  ];

  test.each([
    [200, 'big'],
    [50, 'small'],
  ])('decides on the data of the step: %d', async (amount, next) => {
    expect((await Run.of(choice())).complete('a', { form: { 金额: amount } }).marking.active).toEqual([next]);
  });

  test('with no condition true and no default is an incident, and goes on when the data allow and somebody tries again', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      xor('x'),
      task('c'),
      and('j'),
      end('e'),
      flows('s>p', 'p>a', 'p>b', 'a>x', 'x>c?form.ready = true', 'c>j', 'b>j', 'j>e'),
    ]);
    run.complete('a', { form: { ready: false } });
    expect(run.marking).toMatchObject({
      status: 'incident',
      active: ['b', 'x'],
      incidents: [{ nodeId: 'x', code: 'no-branch-true' }],
    });
    expect(run.done).toContain('incident x');
    run.complete('b', { form: { ready: true } });
    expect(run.marking).toMatchObject({ status: 'incident', active: ['x'] });
    run.retry('x');
    expect(run.marking).toMatchObject({ status: 'running', active: ['c'] });
    expect(run.marking.incidents).toBeUndefined();
  });

  test('whose condition gives no answer is an incident even with a default', async () => {
    const run = (await Run.of(choice('x-small'))).complete('a', { form: {} });
    expect(run.marking.incidents).toEqual([
      {
        nodeId: 'x',
        token: 1,
        code: 'condition-problem',
        message: expect.stringContaining('结果是空的'),
        cure: expect.stringContaining('重试'),
      },
    ]);
  });

  test('is done when a flow is chosen, not when the token is stopped at it', async () => {
    const run = await Run.of([start('s'), xor('x'), task('a'), end('e'), flows('s>x', 'x>a?form.ready', 'a>e')], {
      form: { ready: false },
    });
    expect(run.effects).not.toContainEqual({ type: 'done', nodeId: 'x' });
    expect(run.retry('x', { form: { ready: true } }).effects).toContainEqual({ type: 'done', nodeId: 'x' });
  });

  test('an incident is reported once', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      task('c'),
      xor('x'),
      and('j'),
      end('e'),
      flows('s>p', 'p>a', 'p>b', 'a>x', 'x>j?form.ready', 'b>c', 'c>j', 'j>e'),
    ]);
    run.complete('a', { form: { ready: false } });
    expect(run.complete('b').done).toEqual(['task.close b', 'task.open c']);
    expect(run.marking.status).toBe('incident');
  });

  test.each([
    [
      'between two gateways',
      [start('s'), task('a'), xor('x'), xor('y'), end('e'), flows('s>a', 'a>x', 'x>y', 'y>x?true', 'y>e?false')],
    ],
    ['at one gateway', [start('s'), task('a'), xor('x'), end('e'), flows('s>a', 'a>x', 'x>x?true', 'x>e?false')]],
  ])('that goes round for ever is refused: %s', async (_where, parts) => {
    const run = await Run.of(parts);
    expect(() => run.complete('a')).toThrow('endless-loop');
  });
});
