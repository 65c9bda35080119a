import { Run, and, draft, end, flows, start, task } from '../../../../test/properties/engine/draw.js';
import { ACTS, contextAt, review, taskAt } from '../../../../test/properties/engine/acts.js';
import type { TaskState } from './act.js';
import { offersFor } from './offers-for.js';
import { perform } from './perform.js';

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
