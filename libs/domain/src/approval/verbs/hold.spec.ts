import { Matter } from '../../../../../test/properties/approval/matter.js';
import { draft, end, flows, start, task } from '../../../../../test/properties/engine/draw.js';

const FLOW = [start('s'), draft('w'), task('a'), end('e'), flows('s>w', 'w>a', 'a>e')];

describe('签收 and 退还', () => {
  test('one of several claims a task, the others see who holds it, until it is given back', async () => {
    const matter = (await Matter.of(FLOW)).submit('w').do('乙', 'a', { verb: 'claim' });
    expect(matter.tasks).toEqual(['a: 乙*、丙、丁']);
    expect(matter.seats).toEqual([{ type: 'change', seat: 2, candidateIds: ['乙', '丙', '丁'], holderId: '乙' }]);
    expect(matter.refused('丙', 'a', { verb: 'approve' })).toBe('held-by-another');
    expect(matter.refused('丙', 'a', { verb: 'claim' })).toBe('held-by-another');
    expect(matter.refused('乙', 'a', { verb: 'claim' })).toBe('already-claimed');
    expect(matter.do('乙', 'a', { verb: 'release' }).tasks).toEqual(['a: 乙、丙、丁']);
    expect(matter.refused('乙', 'a', { verb: 'release' })).toBe('not-claimed');
    expect(matter.approve('a', '丙').standing.marking.status).toBe('completed');
  });

  test('the only candidate does not give it back: it would be nobody’s', async () => {
    const matter = (await Matter.of(FLOW, { cast: { a: ['乙'] } })).submit('w').do('乙', 'a', { verb: 'claim' });
    expect(matter.refused('乙', 'a', { verb: 'release' })).toBe('only-candidate');
  });

  test('who is no candidate, and who drafted, may not', async () => {
    const matter = (await Matter.of(FLOW, { cast: { a: ['甲', '乙'] } })).submit('w');
    expect(matter.refused('戊', 'a', { verb: 'claim' })).toBe('not-candidate');
    const kept = await Matter.of(FLOW, { seater: () => [{ candidateIds: ['甲', '乙'] }] });
    expect(kept.submit('w').refused('甲', 'a', { verb: 'claim' })).toBe('drafter-cannot-review');
  });
});

describe('保存草稿', () => {
  test('changes no state, and makes a drafter of whoever saves', async () => {
    const matter = await Matter.of(FLOW);
    const before = matter.standing.marking;
    matter.do('丙', 'w', { verb: 'save' });
    expect(matter.standing.marking).toEqual(before);
    expect(matter.standing.drafterIds).toEqual(['丙']);
    expect(matter.tasks).toEqual(['w: 甲、乙、丙*、丁']);
    matter.do('丙', 'w', { verb: 'release' }).submit('w', '甲');
    expect(matter.tasks).toEqual(['a: 乙、丁']);
  });

  test('nobody saves or hands in at a review, nobody reviews at a draft', async () => {
    const matter = await Matter.of(FLOW);
    expect(matter.refused('甲', 'w', { verb: 'approve' })).toBe('wrong-verb');
    matter.submit('w');
    expect(matter.refused('乙', 'a', { verb: 'save' })).toBe('wrong-verb');
    expect(matter.refused('乙', 'a', { verb: 'submit', variables: {} })).toBe('wrong-verb');
  });
});
