import { Run, and, end, flows, start, task, xor } from '../../../../test/properties/engine/draw.js';

const waitingOn = ({ marking }: Run): readonly unknown[] =>
  marking.tokens.filter((token) => token.idle).map((token) => token.via);

describe('parallel branches', () => {
  const block = [
    start('s'),
    and('p'),
    task('legal'),
    task('finance'),
    task('chief'),
    and('j'),
    task('sign'),
    end('e'),
    flows('s>p', 'p>legal', 'p>finance', 'finance>chief', 'legal>j', 'chief>j', 'j>sign', 'sign>e'),
  ];

  test('wait for each other, and the waiting token is in the marking', async () => {
    const run = await Run.of(block);
    expect(run.marking.active).toEqual(['legal', 'finance']);
    run.complete('legal');
    expect(run.marking.active).toEqual(['finance']);
    expect(run.marking.tokens).toContainEqual({ id: 2, at: 'j', via: 'legal-j', idle: true });
    expect(run.complete('finance').marking.active).toEqual(['chief']);
    expect(run.complete('chief').marking).toMatchObject({ active: ['sign'], tokens: [{ at: 'sign' }] });
    expect(run.passed).toEqual(['chief-j', 'j', 'j-sign', 'sign']);
  });

  test('crossing joins count by the flow on which each token came', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      and('p2'),
      and('j1'),
      and('j2'),
      task('c'),
      end('e'),
      flows('s>p', 'p>a', 'p>b', 'a>j1', 'b>p2', 'p2>j1', 'p2>j2', 'j1>c', 'c>j2', 'j2>e'),
    ]);
    run.complete('b');
    expect([run.marking.active, waitingOn(run)]).toEqual([['a'], ['p2-j1', 'p2-j2']]);
    run.complete('a');
    expect([run.marking.active, waitingOn(run)]).toEqual([['c'], ['p2-j2']]);
    expect(run.complete('c').marking.status).toBe('completed');
  });

  test('several ends: the instance is over when the last token is consumed, with that end as outcome', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      end('e1', 'first'),
      end('e2', 'second'),
      flows('s>p', 'p>a', 'p>b', 'a>e1', 'b>e2'),
    ]);
    expect(run.complete('b').marking.status).toBe('running');
    expect(run.complete('a').marking).toMatchObject({ status: 'completed', outcome: 'first' });
  });

  test('a join that can never be complete keeps its token, and the instance stays', async () => {
    const run = await Run.of([
      start('s'),
      xor('x', 'x-b'),
      task('a'),
      task('b'),
      and('j'),
      end('e'),
      flows('s>x', 'x>a?false', 'x>b', 'a>j', 'b>j', 'j>e'),
    ]);
    expect(run.complete('b').marking).toMatchObject({
      status: 'running',
      active: [],
      tokens: [{ at: 'j', via: 'b-j', idle: true }],
    });
  });

  test('two tokens at one task are two tasks, told apart by their tokens (§13.3.2)', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      task('c'),
      end('e'),
      flows('s>p', 'p>a', 'p>b', 'a>c', 'b>c', 'c>e'),
    ]);
    run.complete('a').complete('b');
    const [first = 0, second = 0] = run.tokensAt('c');
    expect([run.marking.active, first < second]).toEqual([['c'], true]);
    run.complete('c', {}, second);
    expect(run.effects).toContainEqual({ type: 'task.close', nodeId: 'c', token: second });
    expect(run.tokensAt('c')).toEqual([first]);
    expect(run.complete('c').marking.status).toBe('completed');
  });

  test('fifty branches are no matter', async () => {
    const ids = Array.from({ length: 50 }, (_, at) => `t${at}`);
    const run = await Run.of([
      start('s'),
      and('p'),
      ...ids.map((id) => task(id)),
      and('j'),
      end('e'),
      flows('s>p', ...ids.flatMap((id) => [`p>${id}`, `${id}>j`]), 'j>e'),
    ]);
    for (const id of ids) run.complete(id);
    expect(run.marking.status).toBe('completed');
  });
});
