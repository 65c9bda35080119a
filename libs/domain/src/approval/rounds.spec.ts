import { Run, throughJson } from '../../../../test/properties/engine/draw.js';
import { contextAt, done, review } from '../../../../test/properties/engine/acts.js';

describe('rounds', () => {
  test('a submission opens one, numbered, and forgets the last verdict', async () => {
    const { marking, round, effects } = done(contextAt(await Run.of(review), 'write', { actor: { personId: '甲' } }), {
      verb: 'submit',
      variables: { form: { a: 1 } },
    });
    expect(round).toEqual({ type: 'opened' });
    expect(marking.variables).toMatchObject({ form: { a: 1 }, round: 1, verdict: null });
    expect(effects.filter((each) => each.type.startsWith('task'))).toEqual([
      { type: 'task.close', nodeId: 'write', token: 1 },
      { type: 'task.open', nodeId: 'read', token: 1 },
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
