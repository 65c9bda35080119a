import { Run } from '../../../../test/properties/engine/draw.js';
import { ACTS, contextAt, done, refusal, review } from '../../../../test/properties/engine/acts.js';

describe('who may act', () => {
  test.each<[string, Parameters<typeof contextAt>[2], string, keyof typeof ACTS]>([
    ['not-candidate', {}, '丙', 'claim'],
    ['held-by-another', { holderId: '甲' }, '乙', 'approve'],
    ['held-by-another', { holderId: '甲' }, '乙', 'claim'],
    ['held-by-another', { holderId: '甲' }, '乙', 'release'],
    ['already-claimed', { holderId: '乙' }, '乙', 'claim'],
    ['not-claimed', {}, '乙', 'release'],
    ['task-closed', { taskStatus: 'completed' }, '乙', 'approve'],
    ['task-closed', { taskStatus: 'cancelled' }, '乙', 'claim'],
    ['wrong-verb', {}, '乙', 'submit'],
    ['wrong-verb', {}, '乙', 'save'],
  ])('%s', async (code, change, personId, verb) => {
    const run = (await Run.of(review)).complete('write');
    expect(refusal(contextAt(run, 'read', { ...change, actor: { personId } }), ACTS[verb])).toBe(code);
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
    expect(refusal(contextAt(run, 'read'), { verb: 'approve' })).toBe('task-closed');
  });
});
