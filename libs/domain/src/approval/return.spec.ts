import {
  Run,
  and,
  draft,
  end,
  extended,
  flows,
  start,
  sub,
  task,
  timer,
} from '../../../../test/properties/engine/draw.js';
import { ACTS, contextAt, done, refusal, review } from '../../../../test/properties/engine/acts.js';
import { Matter } from '../../../../test/properties/approval/matter.js';
import { MAX_TEXT } from './refuse-text.js';

describe('a return', () => {
  test.each([
    ['reason-required', ''],
    ['reason-required', ' 缺 '],
    ['reason-too-long', '长'.repeat(MAX_TEXT + 1)],
  ])('%s', async (code, reason) => {
    const run = (await Run.of(review)).complete('write');
    expect(refusal(contextAt(run, 'read'), { verb: 'return', reason })).toBe(code);
  });

  test('an opinion has a limit too', async () => {
    const run = (await Run.of(review)).complete('write');
    expect(refusal(contextAt(run, 'read'), { verb: 'approve', opinion: '长'.repeat(MAX_TEXT + 1) })).toBe(
      'opinion-too-long',
    );
  });

  test('follows the drawing where it leads to a draft', async () => {
    const run = (await Run.of(review)).complete('write').complete('read');
    const { marking, round, effects } = done(contextAt(run, 'judge'), { verb: 'return', reason: ' 请补正 ' });
    expect(marking.active).toEqual(['correct']);
    expect(round).toEqual({ type: 'decided', verdict: 'return', reason: '请补正' });
    expect(effects).toContainEqual({ type: 'pass', elementId: 'x-correct' });
  });

  test('goes to the named node where the drawing leads on to another review', async () => {
    const run = (await Run.of(review)).complete('write');
    const { marking, effects } = done(contextAt(run, 'read'), { verb: 'return', reason: '报错了' });
    expect(marking).toMatchObject({
      active: ['correct'],
      visited: ['s', 'write', 'read', 'correct'],
      variables: { verdict: 'return' },
    });
    expect(effects).toEqual([
      { type: 'task.close', nodeId: 'read', token: 1 },
      { type: 'pass', elementId: 'correct' },
      { type: 'task.open', nodeId: 'correct', token: 2 },
    ]);
  });

  test('goes to the draft last visited where nothing is named', async () => {
    const run = (await Run.of([start('s'), draft('w'), task('r'), end('e'), flows('s>w', 'w>r', 'r>e')])).complete('w');
    expect(done(contextAt(run, 'r'), { verb: 'return', reason: '请补正' }).marking.active).toEqual(['w']);
  });

  test('is refused where no draft was ever visited', async () => {
    const run = await Run.of([start('s'), task('r'), end('e'), flows('s>r', 'r>e')]);
    expect(refusal(contextAt(run, 'r'), ACTS.return)).toBe('no-return-target');
  });

  const parallel = [
    start('s'),
    draft('w'),
    and('p'),
    task('a'),
    task('b'),
    and('j'),
    task('c'),
    end('e'),
    flows('s>w', 'w>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>c', 'c>e'),
  ];

  test('against the drawing cancels the tasks of parallel branches, and what waits at a join', async () => {
    const matter = (await Matter.of(parallel)).submit('w').return('a');
    expect(matter.standing.marking).toMatchObject({ active: ['w'], tokens: [{ at: 'w' }] });
    expect(matter.seats).toContainEqual(expect.objectContaining({ type: 'close', how: 'cancelled' }));
    expect(matter.submit('w').approve('b').return('a').standing.marking).toMatchObject({
      active: ['w'],
      tokens: [{ at: 'w' }],
    });
    expect(matter.submit('w').active).toEqual(['a']);
    expect(matter.approve('a').return('c').standing.marking).toMatchObject({ active: ['w'], tokens: [{ at: 'w' }] });
  });

  test('of an instance that is older than its trail is refused while other tokens are under way or wait at a join', async () => {
    const run = (await Run.of(parallel)).complete('w');
    expect(refusal(contextAt(run, 'a'), ACTS.return)).toBe('return-parallel');
    run.complete('b');
    expect(refusal(contextAt(run, 'a'), ACTS.return)).toBe('return-parallel');
    run.complete('a');
    expect(done(contextAt(run, 'c'), { verb: 'return', reason: '请补正' }).marking).toMatchObject({
      active: ['w'],
      tokens: [{ at: 'w' }],
    });
  });

  test('out of a sub-process cancels its timer, and into it starts one', async () => {
    const inside = sub('sp', start('is') + task('r') + end('ie') + flows('is>r', 'r>ie'));
    const out = (
      await Run.of([
        start('s'),
        draft('w'),
        inside,
        timer('late', 'sp', 'timeDuration', 'P1D'),
        end('e'),
        flows('s>w', 'w>sp', 'sp>e', 'late>e'),
      ])
    ).complete('w');
    expect(done(contextAt(out, 'r'), { verb: 'return', reason: '请补正' }).effects).toEqual([
      { type: 'task.close', nodeId: 'r', token: 3 },
      { type: 'timer.cancel', nodeId: 'late', token: 1 },
      { type: 'pass', elementId: 'w' },
      { type: 'task.open', nodeId: 'w', token: 4 },
    ]);
    const drafts = sub('sp', start('is') + draft('w') + end('ie') + flows('is>w', 'w>ie'));
    const into = (
      await Run.of([
        start('s'),
        drafts,
        timer('late', 'sp', 'timeDuration', 'P1D'),
        task('r'),
        end('e'),
        flows('s>sp', 'sp>r', 'r>e', 'late>e'),
      ])
    ).complete('w');
    expect(done(contextAt(into, 'r', { now: 1000 }), { verb: 'return', reason: '请补正' }).effects).toEqual([
      { type: 'task.close', nodeId: 'r', token: 1 },
      { type: 'pass', elementId: 'sp' },
      { type: 'timer.start', nodeId: 'late', token: 4, dueAt: 86_401_000 },
      { type: 'pass', elementId: 'w' },
      { type: 'task.open', nodeId: 'w', token: 6 },
    ]);
  });

  test('into a sub-process whose data cannot be worked out is refused, with the cause', async () => {
    const drafts = extended(
      sub('sp', start('is') + draft('w') + end('ie') + flows('is>w', 'w>ie')),
      '<chengban:input from="10 ** 位数" to="总量"/>',
    );
    const run = (await Run.of([start('s'), drafts, task('r'), end('e'), flows('s>sp', 'sp>r', 'r>e')])).complete('w', {
      位数: 400,
    });
    expect(refusal(contextAt(run, 'r'), { verb: 'return', reason: '请补正' })).toBe('expression-problem');
  });

  test('ten times over leaves the same marking as once, but for the round', async () => {
    const matter = (await Matter.of(review)).submit('write').approve('read');
    for (let round = 2; round <= 11; round++) matter.return('judge').submit('correct');
    const { marking } = matter.standing;
    expect(marking).toMatchObject({
      active: ['judge'],
      tokens: [{ at: 'judge' }],
      status: 'running',
      variables: { round: 11 },
    });
    expect(marking.visited).toEqual(['s', 'write', 'read', 'judge', 'x', 'correct']);
  });
});
