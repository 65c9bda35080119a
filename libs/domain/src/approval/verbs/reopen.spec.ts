import { Matter } from '../../../../../test/properties/approval/matter.js';
import { draft, end, flows, start, task } from '../../../../../test/properties/engine/draw.js';

const FLOW = [start('s'), draft('w'), task('a'), end('e'), flows('s>w', 'w>a', 'a>e')];
const REOPEN = { verb: 'reopen', reason: '数据有变化' } as const;

describe('重开', () => {
  test('begins the flow anew with what was filled in; rounds are counted on, drafters stay drafters', async () => {
    const matter = (await Matter.of(FLOW)).submit('w', '甲', { form: { a: 1 } }).approve('a');
    matter.doMatter('司法局', REOPEN);
    expect(matter.tasks).toEqual(['w: 甲、乙、丙、丁']);
    expect(matter.standing).toMatchObject({ round: 1, drafterIds: ['甲'], reviewed: false });
    expect(matter.standing.marking.variables).toMatchObject({ form: { a: 1 } });
    expect(matter.standing.marking.variables['verdicts']).toBeUndefined();
    expect(matter.submit('w', '丙').standing.round).toBe(2);
    expect(matter.tasks).toEqual(['a: 乙、丁']);
  });

  test('of what still runs is refused, and asks for a reason', async () => {
    const matter = (await Matter.of(FLOW)).submit('w');
    expect(matter.refusedMatter('司法局', REOPEN)).toBe('reopen-running');
    matter.approve('a');
    expect(matter.refusedMatter('司法局', { ...REOPEN, reason: '' })).toBe('reason-required');
  });
});
