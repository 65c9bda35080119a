import { Run, and, boundary, end, flows, or, start, task, xor } from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.6.3, §13.4.3, table 13.3.

const block = (fallback?: string) => [
  start('s'),
  or('x', fallback),
  task('a'),
  task('b'),
  task('c'),
  or('j'),
  task('after'),
  flows('s>x', 'x>a?金额 > 10', 'x>b?金额 > 100', fallback ? 'x>c' : 'x>c?急 = true', 'a>j', 'b>j', 'c>j', 'j>after'),
];

describe('an inclusive gateway that splits', () => {
  test.each([
    [{ 金额: 200, 急: true }, ['a', 'b', 'c']],
    [{ 金额: 50, 急: false }, ['a']],
  ])('takes every flow whose condition holds: %j', async (variables, active) => {
    expect((await Run.of(block(), variables)).active).toEqual(active);
  });

  test('takes the default only when no condition holds', async () => {
    expect((await Run.of(block('x-c'), { 金额: 1 })).active).toEqual(['c']);
    expect((await Run.of(block('x-c'), { 金额: 50 })).active).toEqual(['a']);
  });

  test('with nothing to take is an incident, tried again when the data are mended', async () => {
    const run = await Run.of(block(), { 金额: 1, 急: false });
    expect(run.marking).toMatchObject({ active: ['x'], incidents: [{ code: 'no-branch-true' }] });
    expect(run.retry('x', { 急: true }).active).toEqual(['c']);
  });

  test('with a condition that gives no answer is an incident, and no flow is taken', async () => {
    expect((await Run.of(block(), {})).marking.incidents).toMatchObject([{ code: 'condition-problem' }]);
  });
});

describe('an inclusive gateway that joins', () => {
  test('waits for the tokens that can still come, and for no others', async () => {
    const run = await Run.of(block(), { 金额: 200, 急: false });
    expect(run.complete('a').active).toEqual(['b']);
    expect(run.marking.tokens).toContainEqual({ id: expect.any(Number), at: 'j', via: 'a-j', idle: true });
    expect(run.complete('b').active).toEqual(['after']);
    expect(run.marking.tokens).toHaveLength(1);
  });

  test('is looked at again when a token elsewhere goes another way', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      xor('x', 'x-j'),
      or('j'),
      task('after'),
      end('e'),
      flows('s>p', 'p>a', 'p>b', 'a>j', 'b>x', 'x>e?撤回 = true', 'x>j', 'j>after'),
    ]);
    run.complete('a');
    expect(run.active).toEqual(['b']);
    expect(run.complete('b', { 撤回: true }).active).toEqual(['after']);
  });

  test('is looked at again when an event takes away the token that it waited for', async () => {
    const run = await Run.of([
      start('s'),
      or('x'),
      task('a'),
      task('b'),
      boundary('late', 'b', ['timer']),
      or('j'),
      task('after'),
      end('e'),
      flows('s>x', 'x>a', 'x>b', 'a>j', 'b>j', 'late>e', 'j>after'),
    ]);
    expect(run.complete('a').active).toEqual(['b']);
    expect(run.fire('late').active).toEqual(['after']);
  });

  test('does not wait for a token that must pass the gateway itself first', async () => {
    const run = await Run.of([
      start('s'),
      or('j'),
      task('a'),
      xor('x', 'x-e'),
      end('e'),
      flows('s>j', 'j>a', 'a>x', 'x>j?round < 2', 'x>e'),
    ]);
    expect(run.active).toEqual(['a']);
    expect(run.complete('a', { round: 1 }).active).toEqual(['a']);
    expect(run.complete('a', { round: 2 }).marking.status).toBe('completed');
  });

  test('leaves a second token of one flow for the next time', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      task('c'),
      xor('m'),
      or('j'),
      task('after'),
      flows('s>p', 'p>a', 'p>b', 'p>c', 'a>m', 'b>m', 'm>j', 'c>j', 'j>after'),
    ]);
    run.complete('a').complete('b');
    expect(run.active).toEqual(['c']);
    run.complete('c');
    expect(run.tokensAt('after')).toHaveLength(2);
  });
});
