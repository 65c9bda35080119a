import { Run, and, end, flows, start, task, xor } from '../../../../test/properties/engine/draw.js';

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

  test('a structured block is a native parallel state with regions named after their first node', async () => {
    const { workflow } = await Run.of(block);
    expect(workflow.compiled.machine.states?.['p']).toMatchObject({
      type: 'parallel',
      states: { legal: { initial: 'legal' }, finance: { initial: 'finance' } },
    });
  });

  test('wait for each other, and the waiting token is in the marking', async () => {
    const run = await Run.of(block);
    expect(run.marking.active).toEqual(['legal', 'finance']);
    expect(run.complete('legal').marking).toMatchObject({ active: ['finance'], joins: { 'legal-j': 1 } });
    expect(run.complete('finance').marking.active).toEqual(['chief']);
    expect(run.complete('chief').marking).toMatchObject({ active: ['sign'], joins: {} });
    expect(run.passed).toEqual(['chief-j', 'j', 'j-sign', 'sign']);
  });

  test('crossing joins run as a net, with the same marking', async () => {
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
    expect(JSON.stringify(run.workflow.compiled.machine)).toContain('":net"');
    expect(run.complete('b').marking).toMatchObject({ active: ['a'], joins: { 'p2-j1': 1, 'p2-j2': 1 } });
    expect(run.complete('a').marking).toMatchObject({ active: ['c'], joins: { 'p2-j2': 1 } });
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
    expect(run.complete('b').marking).toMatchObject({ status: 'running', active: [], joins: { 'b-j': 1 } });
  });

  test('a second token for a busy task refuses the step', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      task('c'),
      end('e'),
      flows('s>p', 'p>a', 'p>b', 'a>c', 'b>c', 'c>e'),
    ]);
    run.complete('a');
    expect(() => run.complete('b')).toThrow('two-tokens');
    expect(run.complete('c').complete('b').marking.active).toEqual(['c']);
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
