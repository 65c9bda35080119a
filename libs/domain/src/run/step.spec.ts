import {
  Run,
  and,
  draft,
  end,
  errorEnd,
  flows,
  onError,
  start,
  sub,
  task,
  throughJson,
  timer,
  xor,
} from './testing/draw.js';
import { nodeInfo } from './node-info.js';
import { startInstance } from './start-instance.js';
import { step } from './step.js';
import { loadWorkflow } from './workflow.js';

const line = [start('s'), task('a'), task('b'), end('e', 'filed'), flows('s>a', 'a>b', 'b>e')];

describe('a sequence', () => {
  test('opens, closes and ends in order, and tells what it passed', async () => {
    const run = await Run.of(line);
    expect([run.done, run.passed]).toEqual([['task.open a'], ['s', 's-a', 'a']]);
    run.complete('a');
    expect([run.done, run.passed]).toEqual([
      ['task.close a', 'task.open b'],
      ['a-b', 'b'],
    ]);
    run.complete('b');
    expect(run.done).toEqual(['task.close b', 'end e']);
    expect(run.marking).toMatchObject({
      status: 'completed',
      outcome: 'filed',
      active: [],
      visited: ['s', 'a', 'b', 'e'],
    });
  });

  test('keeps the marking canonical: plain JSON, known fields, defaults for conditions', async () => {
    const { marking } = await Run.of(line, { form: { 进展: '无' } });
    expect(throughJson(marking)).toEqual(marking);
    expect(marking).toEqual({
      format: 1,
      behaviour: 1,
      definition: 'hash',
      status: 'running',
      active: ['a'],
      joins: {},
      visited: ['s', 'a'],
      variables: { form: { 进展: '无' }, verdict: null, verdicts: {}, round: 0, unit: {} },
      outcome: null,
      incidents: [],
    });
  });

  test('a task whose flow leads back to itself is closed and opened anew', async () => {
    const run = await Run.of([start('s'), task('a'), flows('s>a', 'a>a')]);
    expect(run.complete('a').done).toEqual(['task.close a', 'task.open a']);
  });

  test('ids with dots are states like any other', async () => {
    const run = await Run.of([
      start('s.1'),
      task('a.b'),
      sub('a', start('s2') + task('b') + end('e2') + flows('s2>b', 'b>e2')),
      end('e'),
      flows('s.1>a.b', 'a.b>a', 'a>e'),
    ]);
    expect(run.marking.active).toEqual(['a.b']);
    expect(run.complete('a.b').marking.active).toEqual(['b']);
    expect(run.complete('b').marking.status).toBe('completed');
  });
});

describe('what is refused changes nothing and says why', () => {
  test.each<[string, (run: Run) => unknown]>([
    ['unknown-node', (run) => run.complete('nowhere')],
    ['unknown-node', (run) => run.complete('toString')],
    ['not-active', (run) => run.complete('b')],
    ['not-a-task', (run) => run.complete('s')],
    ['not-a-task', (run) => run.fire('a')],
    ['instance-completed', (run) => run.complete('a').complete('b').complete('b')],
  ])('%s', async (code, act) => {
    const run = await Run.of(line);
    expect(() => act(run)).toThrow(code);
  });

  test('a marking of another definition, and one that fits no state of the machine', async () => {
    const { workflow, marking } = await Run.of(line);
    const event = { type: 'complete', nodeId: 'a', variables: {} } as const;
    const known = loadWorkflow(workflow.compiled, 'other');
    expect(step(known, marking, event, 0)).toMatchObject({ error: { code: 'wrong-definition' } });
    expect(startInstance(known, {}, 0, 'hash')).toMatchObject({ error: { code: 'wrong-definition' } });
    for (const broken of [
      { active: ['a', 'b'] },
      { active: ['a', 'gone'] },
      { active: ['a'], joins: { 'a-b': 1 } },
      { active: ['a', 'a'] },
    ]) {
      expect(step(workflow, { ...marking, ...broken }, event, 0)).toMatchObject({ error: { code: 'broken-marking' } });
    }
  });

  test('the same step twice gives the same answer', async () => {
    const { workflow, marking } = await Run.of(line);
    const event = { type: 'complete', nodeId: 'a', variables: { round: 1 } } as const;
    expect(step(workflow, marking, event, 5)).toEqual(step(workflow, marking, event, 5));
  });
});

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

  test('with no condition true and no default is an incident, and goes on when the data allow', async () => {
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
    expect(run.marking).toMatchObject({ status: 'running', active: ['c'], incidents: [] });
  });

  test('whose condition gives no answer is an incident even with a default', async () => {
    const run = (await Run.of(choice('x-small'))).complete('a', { form: {} });
    expect(run.marking.incidents).toEqual([
      { nodeId: 'x', code: 'condition-problem', message: expect.stringContaining('结果是空的') },
    ]);
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

describe('timers on the border', () => {
  const noon = Date.parse('2024-10-08T12:00:00+08:00');
  const timed = (kind: string, text: string) => [
    start('s'),
    task('a'),
    timer('late', 'a', kind, text),
    task('urge'),
    end('e'),
    flows('s>a', 'a>e', 'late>urge', 'urge>e'),
  ];

  test.each([
    ['timeDuration', 'P3D', '2024-10-11T12:00:00+08:00'],
    ['timeDate', '2024-12-01', '2024-12-01T00:00:00+08:00'],
  ])('%s %s says when it is due', async (kind, text, due) => {
    const run = await Run.of(timed(kind, text), {}, noon);
    expect(run.effects).toContainEqual({ type: 'timer.start', nodeId: 'late', dueAt: Date.parse(due) });
  });

  test('firing cancels the task, completing cancels the timer', async () => {
    expect((await Run.of(timed('timeDuration', 'P3D'))).fire('late').done).toEqual(['task.cancel a', 'task.open urge']);
    expect((await Run.of(timed('timeDuration', 'P3D'))).complete('a').done).toEqual([
      'task.close a',
      'timer.cancel late',
      'end e',
    ]);
  });

  test('after its task it cannot fire any more', async () => {
    const run = (await Run.of(timed('timeDuration', 'P3D'))).fire('late');
    expect(() => run.fire('late')).toThrow('not-active');
  });

  test('back to its own task: cancelled and opened anew, with a new timer', async () => {
    const run = await Run.of([
      start('s'),
      task('a'),
      timer('late', 'a', 'timeDuration', 'P1D'),
      end('e'),
      flows('s>a', 'a>e', 'late>a'),
    ]);
    expect(run.fire('late').done).toEqual(['task.cancel a', 'task.open a', 'timer.start late']);
  });

  test('with a time that is none the step is refused', async () => {
    await expect(Run.of(timed('timeDuration', '三天'))).rejects.toThrow('bad-timer');
  });
});

describe('a sub-process', () => {
  const inner =
    start('is') +
    and('ip') +
    task('x') +
    task('y') +
    and('ij') +
    end('ie') +
    flows('is>ip', 'ip>x', 'ip>y', 'x>ij', 'y>ij', 'ij>ie');

  test('is over when its inside is', async () => {
    const run = await Run.of([
      start('s'),
      sub('sp', inner),
      task('after'),
      end('e'),
      flows('s>sp', 'sp>after', 'after>e'),
    ]);
    expect(run.marking.active).toEqual(['x', 'y']);
    expect(run.complete('x').complete('y').marking.active).toEqual(['after']);
  });

  test('is cancelled whole by the timer on its border', async () => {
    const run = await Run.of([
      start('s'),
      sub('sp', inner),
      timer('late', 'sp', 'timeDuration', 'P1D'),
      task('urge'),
      end('e'),
      flows('s>sp', 'sp>e', 'late>urge', 'urge>e'),
    ]);
    expect(run.complete('x').fire('late').done).toEqual(['task.cancel y', 'task.open urge']);
    expect(run.marking).toMatchObject({ active: ['urge'], joins: {} });
  });

  const failing = (error: string | undefined, ...boundaries: readonly string[]) => [
    start('s'),
    sub(
      'sp',
      start('is') +
        and('ip') +
        task('x') +
        task('y') +
        errorEnd('boom', error) +
        end('ie') +
        flows('is>ip', 'ip>x', 'ip>y', 'x>boom', 'y>ie'),
    ),
    ...boundaries,
    task('fix'),
    end('e'),
    flows('s>sp', 'sp>e', 'fix>e', ...boundaries.map((each) => `${/id="([^"]*)"/.exec(each)![1]}>fix`)),
  ];

  test('an error inside takes the boundary that names it, before the one that takes all', async () => {
    const run = await Run.of(failing('LATE', onError('any', 'sp'), onError('named', 'sp', 'LATE')));
    expect(run.complete('x').done).toEqual(['task.close x', 'task.cancel y', 'task.open fix']);
    expect(run.passed).toContain('named');
  });

  test('an error that nobody catches ends the instance as failed', async () => {
    const run = await Run.of(failing('BAD', onError('named', 'sp', 'LATE')));
    run.complete('x');
    expect(run.marking).toMatchObject({ status: 'completed', outcome: 'failed', active: [] });
    expect(run.done).toEqual(['task.close x', 'task.cancel y', 'end boom']);
  });

  test('an error goes outwards until somebody catches it', async () => {
    const deep = sub(
      'outer',
      start('os') +
        sub('inner', start('is') + task('x') + errorEnd('boom', 'LATE') + flows('is>x', 'x>boom')) +
        end('oe') +
        flows('os>inner', 'inner>oe'),
    );
    const run = await Run.of([
      start('s'),
      deep,
      onError('caught', 'outer'),
      task('fix'),
      end('e'),
      flows('s>outer', 'outer>e', 'caught>fix', 'fix>e'),
    ]);
    expect(run.complete('x').marking.active).toEqual(['fix']);
  });

  test('an error end of the process itself ends the instance as failed', async () => {
    const run = await Run.of([start('s'), task('a'), errorEnd('no'), flows('s>a', 'a>no')]);
    expect(run.complete('a').marking).toMatchObject({ status: 'completed', outcome: 'failed' });
  });

  test('entered again in the same step it is cancelled and opened anew', async () => {
    const run = await Run.of([
      start('s'),
      sub('sp', start('is') + task('x') + end('ie') + flows('is>x', 'x>ie')),
      timer('late', 'sp', 'timeDuration', 'P1D'),
      end('e'),
      flows('s>sp', 'sp>e', 'late>sp'),
    ]);
    expect(run.fire('late').done).toEqual(['task.cancel x', 'timer.start late', 'task.open x']);
  });
});

test('nodeInfo tells what to show of a node, and null of none', async () => {
  const { workflow } = await Run.of([
    start('s'),
    draft('d'),
    task('r', 'chengban:approveLabel="受理" chengban:dueWorkdays="3" chengban:returnTo="d"'),
    end('e', 'filed'),
    flows('s>d', 'd>r', 'r>e'),
  ]);
  expect(nodeInfo(workflow, 'r')).toEqual({
    id: 'r',
    kind: 'userTask',
    name: 'r',
    purpose: 'review',
    approveLabel: '受理',
    dueWorkdays: 3,
    returnTo: 'd',
  });
  expect(nodeInfo(workflow, 'e')).toEqual({ id: 'e', kind: 'endEvent', name: 'e', outcome: 'filed' });
  expect(nodeInfo(workflow, 'constructor')).toBeNull();
});

test('a chain of a thousand tasks is compiled and stepped well within its limits', async () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `t${at}`);
  const begun = performance.now();
  const run = await Run.of([
    start('s'),
    ...ids.map((id) => task(id)),
    end('e'),
    flows('s>t0', ...ids.slice(1).map((id, at) => `t${at}>${id}`), 't999>e'),
  ]);
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(run.complete('t0').marking.active).toEqual(['t1']);
});
