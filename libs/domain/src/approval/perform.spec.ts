import {
  Run,
  and,
  draft,
  end,
  flows,
  start,
  sub,
  task,
  throughJson,
  timer,
  xor,
} from '../../../../test/properties/engine/draw.js';
import type { Act, ActContext, TaskState, Verb } from './act.js';
import { offersFor } from './offers-for.js';
import { MAX_TEXT, perform } from './perform.js';

const review = [
  start('s'),
  draft('write'),
  task('read', 'chengban:approveLabel="受理" chengban:returnTo="correct"'),
  task('judge'),
  xor('x', 'x-correct'),
  draft('correct'),
  end('e'),
  flows('s>write', 'write>read', 'read>judge', 'judge>x', 'x>e?verdict = "approve"', 'x>correct', 'correct>judge'),
];

const taskAt = (nodeId: string, change: Partial<TaskState> = {}): TaskState => ({
  id: 'task',
  nodeId,
  status: 'open',
  candidateIds: ['甲', '乙'],
  holderId: null,
  ...change,
});

/** The people of every story: 甲 drafts, 乙 reviews, 丙 is no candidate. */
function contextAt(run: Run, nodeId: string, change: Partial<ActContext> = {}): ActContext {
  return {
    workflow: run.workflow,
    marking: throughJson(run.marking),
    task: taskAt(nodeId),
    actor: { personId: '乙' },
    drafterIds: ['甲'],
    now: 0,
    ...change,
  };
}

function done(context: ActContext, act: Act) {
  const result = perform(context, act);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const refusal = (context: ActContext, act: Act): string | null => {
  const result = perform(context, act);
  return result.ok ? null : result.error.code;
};

const ACTS: Readonly<Record<Verb, Act>> = {
  claim: { verb: 'claim' },
  release: { verb: 'release' },
  save: { verb: 'save' },
  submit: { verb: 'submit', variables: {} },
  approve: { verb: 'approve' },
  return: { verb: 'return', reason: '请补正' },
};

describe('offers and acts are one judgement', () => {
  const tasks: readonly Partial<TaskState>[] = [
    {},
    { holderId: '乙' },
    { holderId: '甲' },
    { status: 'completed' },
    { status: 'cancelled' },
    { candidateIds: ['丙'] },
  ];
  const people = ['甲', '乙', '丙'];

  test('every button that is offered works, every other is refused with the code and words it shows', async () => {
    const drafting = await Run.of(review);
    const reading = (await Run.of(review)).complete('write');
    const parallel = (
      await Run.of([
        start('s'),
        draft('w'),
        and('p'),
        task('a'),
        task('b'),
        and('j'),
        end('e'),
        flows('s>w', 'w>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>e'),
      ])
    ).complete('w');
    const over = (await Run.of(review)).complete('write').complete('read').complete('judge', { verdict: 'approve' });
    let seen = 0;
    for (const [run, nodeId] of [
      [drafting, 'write'],
      [reading, 'read'],
      [reading, 'judge'],
      [parallel, 'a'],
      [over, 'judge'],
    ] as const) {
      for (const change of tasks)
        for (const personId of people) {
          const context = contextAt(run, nodeId, { task: taskAt(nodeId, change), actor: { personId } });
          for (const offer of offersFor(context)) {
            seen++;
            const result = perform(context, ACTS[offer.verb]);
            expect(offer.allowed).toBe(result.ok);
            if (!result.ok)
              expect(offer).toMatchObject({
                code: result.error.code,
                reason: result.error.message,
                cure: result.error.cure,
              });
          }
        }
    }
    expect(seen).toBe(5 * tasks.length * people.length * 4);
  });

  test('the labels are the ones drawn', async () => {
    const run = (await Run.of(review)).complete('write');
    expect(offersFor(contextAt(run, 'read')).map((offer) => offer.label)).toEqual(['签收', '退还', '受理', '退回']);
    expect(offersFor(contextAt(await Run.of(review), 'write')).map((offer) => offer.label)).toEqual([
      '签收',
      '退还',
      '保存草稿',
      '提交',
    ]);
  });
});

describe('who may act', () => {
  test.each<[string, Partial<TaskState>, string, Verb]>([
    ['not-candidate', {}, '丙', 'claim'],
    ['held-by-another', { holderId: '甲' }, '乙', 'approve'],
    ['held-by-another', { holderId: '甲' }, '乙', 'claim'],
    ['held-by-another', { holderId: '甲' }, '乙', 'release'],
    ['already-claimed', { holderId: '乙' }, '乙', 'claim'],
    ['not-claimed', {}, '乙', 'release'],
    ['task-closed', { status: 'completed' }, '乙', 'approve'],
    ['task-closed', { status: 'cancelled' }, '乙', 'claim'],
    ['wrong-verb', {}, '乙', 'submit'],
    ['wrong-verb', {}, '乙', 'save'],
  ])('%s', async (code, change, personId, verb) => {
    const run = (await Run.of(review)).complete('write');
    expect(refusal(contextAt(run, 'read', { task: taskAt('read', change), actor: { personId } }), ACTS[verb])).toBe(
      code,
    );
  });

  test('who drafted reviews in no way, and may not even claim', async () => {
    const run = (await Run.of(review)).complete('write');
    for (const verb of ['claim', 'approve', 'return'] as const) {
      expect(refusal(contextAt(run, 'read', { actor: { personId: '甲' } }), ACTS[verb])).toBe('drafter-cannot-review');
    }
  });

  test('an unclaimed task may be acted on at once; acting claims it', async () => {
    const run = (await Run.of(review)).complete('write');
    expect(done(contextAt(run, 'read'), { verb: 'approve' }).task).toMatchObject({
      status: 'completed',
      holderId: '乙',
    });
    expect(done(contextAt(await Run.of(review), 'write'), { verb: 'save' }).task).toMatchObject({
      status: 'open',
      holderId: '乙',
    });
  });

  test('a task whose node is not active any more is refused', async () => {
    const run = (await Run.of(review)).complete('write').complete('read');
    expect(refusal(contextAt(run, 'read'), { verb: 'approve' })).toBe('not-active');
  });
});

describe('rounds', () => {
  test('a submission opens one, numbered, and forgets the last verdict', async () => {
    const { marking, round, effects } = done(contextAt(await Run.of(review), 'write', { actor: { personId: '甲' } }), {
      verb: 'submit',
      variables: { form: { a: 1 } },
    });
    expect(round).toEqual({ type: 'opened' });
    expect(marking.variables).toMatchObject({ form: { a: 1 }, round: 1, verdict: null });
    expect(effects.filter((each) => each.type !== 'pass')).toEqual([
      { type: 'task.close', nodeId: 'write' },
      { type: 'task.open', nodeId: 'read' },
    ]);
  });

  test('one of several approvals leaves it pending, the last decides it with the opinion', async () => {
    const run = (await Run.of(review)).complete('write');
    const first = done(contextAt(run, 'read'), { verb: 'approve' });
    expect([first.round, first.marking.active]).toEqual([null, ['judge']]);
    const last = done(contextAt(run, 'judge', { marking: throughJson(first.marking) }), {
      verb: 'approve',
      opinion: ' 同意 ',
    });
    expect(last.round).toEqual({ type: 'decided', verdict: 'approve', reason: '同意' });
    expect(last.marking).toMatchObject({
      status: 'completed',
      outcome: 'accepted',
      variables: { verdict: 'approve', verdicts: { read: 'approve', judge: 'approve' } },
    });
  });
});

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
      { type: 'task.close', nodeId: 'read' },
      { type: 'pass', elementId: 'correct' },
      { type: 'task.open', nodeId: 'correct' },
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

  test('against the drawing is refused while other tokens are under way or wait at a join', async () => {
    const run = (
      await Run.of([
        start('s'),
        draft('w'),
        and('p'),
        task('a'),
        task('b'),
        and('j'),
        task('c'),
        end('e'),
        flows('s>w', 'w>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>c', 'c>e'),
      ])
    ).complete('w');
    expect(refusal(contextAt(run, 'a'), ACTS.return)).toBe('return-parallel');
    run.complete('b');
    expect(refusal(contextAt(run, 'a'), ACTS.return)).toBe('return-parallel');
    run.complete('a');
    expect(done(contextAt(run, 'c'), { verb: 'return', reason: '请补正' }).marking).toMatchObject({
      active: ['w'],
      joins: {},
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
      { type: 'task.close', nodeId: 'r' },
      { type: 'timer.cancel', nodeId: 'late' },
      { type: 'pass', elementId: 'w' },
      { type: 'task.open', nodeId: 'w' },
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
      { type: 'task.close', nodeId: 'r' },
      { type: 'pass', elementId: 'sp' },
      { type: 'timer.start', nodeId: 'late', dueAt: 86_401_000 },
      { type: 'pass', elementId: 'w' },
      { type: 'task.open', nodeId: 'w' },
    ]);
  });

  test('ten times over leaves the same marking as once, but for the round', async () => {
    const run = (await Run.of(review)).complete('write').complete('read');
    let { marking } = run;
    for (let round = 1; round <= 10; round++) {
      marking = done(contextAt(run, 'judge', { marking: throughJson(marking) }), {
        verb: 'return',
        reason: '再补正',
      }).marking;
      marking = done(contextAt(run, 'correct', { marking: throughJson(marking), actor: { personId: '甲' } }), {
        verb: 'submit',
        variables: {},
      }).marking;
    }
    expect(marking).toMatchObject({ active: ['judge'], joins: {}, status: 'running', variables: { round: 10 } });
    expect(marking.visited).toEqual(['s', 'write', 'read', 'judge', 'x', 'correct']);
  });
});
