import { Matter } from '../../../../../test/properties/approval/matter.js';
import type { Setting } from '../../../../../test/properties/approval/matter.js';
import { draft, end, flows, start, task } from '../../../../../test/properties/engine/draw.js';
import type { TaskAct } from '../act.js';
import { perform } from '../perform.js';

const sign = '<bpmn:userTask id="sign" name="sign" chengban:seats="all"/>';
const FLOW = [start('s'), draft('w'), task('a'), sign, end('e'), flows('s>w', 'w>a', 'a>sign', 'sign>e')];
const of = async (setting: Setting = {}) =>
  (await Matter.of(FLOW, { cast: { a: ['乙', '丙'], sign: ['丁', '戊'] }, ...setting })).submit('w');
const to = (toId: string, verb: 'transfer' | 'delegate' = 'transfer'): TaskAct => ({ verb, toId, reason: '出差' });

describe('转办', () => {
  test('changes the person and keeps the seat; whoever had it has it no more', async () => {
    const matter = (await of()).do('乙', 'a', to('己'));
    expect(matter.tasks).toEqual(['a: 己']);
    expect(matter.seats).toEqual([{ type: 'change', seat: 2, candidateIds: ['己'], holderId: null }]);
    expect(matter.refused('乙', 'a', { verb: 'approve' })).toBe('not-candidate');
    expect(matter.approve('a', '己').tasks).toEqual(['sign: 丁', 'sign: 戊']);
  });

  test('also of a draft, to somebody who has drafted', async () => {
    const matter = await Matter.of(FLOW);
    expect(matter.do('甲', 'w', { verb: 'save' }).do('甲', 'w', to('乙')).tasks).toEqual(['w: 乙']);
    expect(matter.do('乙', 'w', to('甲')).submit('w', '甲').tasks).toEqual(['a: 乙、丙、丁']);
  });

  test.each([
    ['same-person', 'a', '乙', to('乙'), {}],
    ['drafter-chosen', 'a', '乙', to('甲'), {}],
    ['person-unknown', 'a', '乙', to('己'), { known: new Set(['乙']) }],
    ['reason-required', 'a', '乙', { verb: 'transfer', toId: '己', reason: '' }, {}],
    ['held-by-another', 'a', '丙', to('己'), {}],
  ] as const)('%s', async (code, at, who, act, setting) => {
    const matter = await of(setting);
    if (code === 'held-by-another') matter.do('乙', 'a', { verb: 'claim' });
    expect(matter.refused(who, at, act)).toBe(code);
  });

  test('a draft goes only to those who may draft for the unit', async () => {
    const matter = await Matter.of(FLOW);
    const context = { ...matter.context('甲', 'w'), mayDraft: (id: string) => id !== '戊' };
    expect(perform(context, to('戊'))).toMatchObject({ ok: false, error: { code: 'outside-unit' } });
    expect(perform(context, to('己')).ok).toBe(true);
  });

  test('to somebody who sits there already, or has decided there, is refused', async () => {
    const matter = (await of()).approve('a');
    expect(matter.refused('丁', 'sign', to('戊'))).toBe('already-seated');
    matter.approve('sign', '戊');
    expect(matter.refused('丁', 'sign', to('戊'))).toBe('already-seated');
    expect(matter.refused('丁', 'sign', to('丁'))).toBe('same-person');
  });
});

describe('委派', () => {
  test('comes back to the one who delegated, with the answer, and that one decides', async () => {
    const matter = (await of()).do('乙', 'a', to('己', 'delegate'));
    expect(matter.tasks).toEqual(['a: 己']);
    expect(matter.offers('己', 'a').map(({ verb, allowed }) => [verb, allowed])).toEqual([
      ['claim', true],
      ['release', false],
      ['reply', true],
    ]);
    for (const verb of ['approve', 'return', 'transfer', 'delegate', 'addSigner'] as const)
      expect(
        matter.refused('己', 'a', { ...to('庚'), verb, personIds: ['庚'], side: 'before', mode: 'all' } as TaskAct),
      ).toBe('delegated-only');
    expect(matter.refused('己', 'a', { verb: 'reply', opinion: ' ' })).toBe('opinion-required');
    matter.do('己', 'a', { verb: 'reply', opinion: ' 属实 ' });
    expect(matter.tasks).toEqual(['a: 乙*、丙']);
    expect(matter.sittingAt('a').seats[0]?.delegations).toMatchObject([
      { byId: '乙', toId: '己', reason: '出差', opinion: '属实' },
    ]);
    expect(matter.refused('乙', 'a', { verb: 'reply', opinion: '好' })).toBe('not-delegated');
    expect(matter.refused('丙', 'a', { verb: 'approve' })).toBe('held-by-another');
    expect(matter.approve('a').tasks).toEqual(['sign: 丁', 'sign: 戊']);
  });

  test('again and again, each is on the record; no reason is asked', async () => {
    const matter = (await of()).do('乙', 'a', { verb: 'delegate', toId: '己', reason: '' });
    matter.do('己', 'a', { verb: 'reply', opinion: '一' }).do('乙', 'a', to('庚', 'delegate'));
    matter.do('庚', 'a', { verb: 'reply', opinion: '二' });
    expect(matter.sittingAt('a').seats[0]?.delegations?.map(({ opinion }) => opinion)).toEqual(['一', '二']);
  });

  test('to who drafted is refused: the opinion would be his own', async () => {
    expect((await of()).refused('乙', 'a', to('甲', 'delegate'))).toBe('drafter-chosen');
  });
});

describe('代理', () => {
  test('a deputy decides with both names on the record', async () => {
    const matter = (await of()).do({ personId: '庚', deputyFor: ['乙'] }, 'a', { verb: 'approve', opinion: '同意' });
    expect(matter.last?.decisions).toEqual([
      expect.objectContaining({ by: '庚', forId: '乙', verb: 'approve', text: '同意' }),
    ]);
  });

  test('who is a candidate acts as oneself, who holds it for another as that one', async () => {
    const matter = await of();
    matter.do('丙', 'a', { verb: 'claim' });
    expect(matter.refused('乙', 'a', { verb: 'approve' })).toBe('held-by-another');
    matter.do({ personId: '乙', deputyFor: ['丙'] }, 'a', { verb: 'approve' });
    expect(matter.last?.decisions).toMatchObject([{ by: '乙', forId: '丙' }]);
  });

  test('who drafted reviews for nobody, and nobody reviews for who drafted', async () => {
    const matter = await of({ seater: () => [{ candidateIds: ['甲', '乙'] }] });
    const deputy = { personId: '甲', deputyFor: ['乙'] };
    const forDrafter = { personId: '庚', deputyFor: ['甲'] };
    for (const verb of ['claim', 'approve', 'return'] as const) {
      const act = { verb, reason: '请补正' } as TaskAct;
      expect(matter.refused(deputy, 'a', act)).toBe('drafter-cannot-review');
      expect(matter.refused(forDrafter, 'a', act)).toBe('drafter-cannot-review');
    }
  });

  test('what a deputy delegated comes back to the deputy', async () => {
    const deputy = { personId: '庚', deputyFor: ['乙'] };
    const matter = (await of()).do(deputy, 'a', to('己', 'delegate')).do('己', 'a', { verb: 'reply', opinion: '好' });
    expect(matter.sittingAt('a').seats[0]).toMatchObject({ candidateIds: ['乙', '丙'], holderId: '庚' });
    expect(matter.do(deputy, 'a', { verb: 'approve' }).last?.decisions).toMatchObject([{ by: '庚', forId: '乙' }]);
  });
});
