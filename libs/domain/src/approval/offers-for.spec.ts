import { Run, and, draft, end, flows, start, task } from '../../../../test/properties/engine/draw.js';
import { contextAt, review } from '../../../../test/properties/engine/acts.js';
import type { TaskAct, TaskVerb } from './act.js';
import { offersFor } from './offers-for.js';
import { perform } from './perform.js';

/** Each verb with words and people that nobody could object to: 戊 has no part in it. */
const ACTS: Readonly<Record<TaskVerb, TaskAct>> = {
  claim: { verb: 'claim' },
  release: { verb: 'release' },
  save: { verb: 'save' },
  submit: { verb: 'submit', variables: {} },
  approve: { verb: 'approve' },
  return: { verb: 'return', reason: '请补正' },
  reject: { verb: 'reject', reason: '不符合要求' },
  transfer: { verb: 'transfer', toId: '戊', reason: '出差' },
  delegate: { verb: 'delegate', toId: '戊', reason: '请提意见' },
  reply: { verb: 'reply', opinion: '可以' },
  addSigner: { verb: 'addSigner', side: 'before', mode: 'all', personIds: ['戊'] },
  removeSigner: { verb: 'removeSigner', seat: 99, reason: '不用了' },
};

describe('offers and acts are one judgement', () => {
  const tasks: readonly Parameters<typeof contextAt>[2][] = [
    {},
    { holderId: '乙' },
    { holderId: '甲' },
    { taskStatus: 'completed' },
    { taskStatus: 'cancelled' },
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
          const context = contextAt(run, nodeId, { ...change, actor: { personId } });
          for (const offer of offersFor(context)) {
            seen++;
            const result = perform(context, ACTS[offer.verb as TaskVerb]);
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
    expect(seen).toBe((5 + 4 * 9) * tasks.length * people.length);
  });

  test('the labels are the ones drawn', async () => {
    const run = (await Run.of(review)).complete('write');
    expect(offersFor(contextAt(run, 'read')).map((offer) => offer.label)).toEqual(
      '签收 退还 受理 退回 不予通过 转办 委派 加签 减签'.split(' '),
    );
    expect(offersFor(contextAt(await Run.of(review), 'write')).map((offer) => offer.label)).toEqual([
      '签收',
      '退还',
      '保存草稿',
      '提交',
      '转办',
    ]);
  });
});
