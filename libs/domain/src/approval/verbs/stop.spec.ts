import { Matter } from '../../../../../test/properties/approval/matter.js';
import { compiled, draft, end, flows, start, task } from '../../../../../test/properties/engine/draw.js';

const FLOW = [start('s'), draft('w'), task('a'), task('b'), end('e'), flows('s>w', 'w>a', 'a>b', 'b>e')];
const CANCEL = { verb: 'cancel', reason: '不报了' } as const;
const until = async (cancelUntil?: 'accepted' | 'never') =>
  Matter.from({ ...(await compiled(...FLOW)), ...(cancelUntil && { cancelUntil }) });

describe('撤销', () => {
  test('by the starter or a drafter ends the matter before any reviewer has acted', async () => {
    const matter = (await until()).submit('w', '丙');
    expect(matter.fork().doMatter('甲', CANCEL).standing.marking.outcome).toBe('cancelled');
    expect(matter.doMatter('丙', CANCEL).standing.marking).toMatchObject({ outcome: 'cancelled', tokens: [] });
    expect(matter.seats).toEqual([{ type: 'close', seat: 2, how: 'cancelled' }]);
    expect(matter.last?.round).toBeNull();
  });

  test.each([
    ['not-starter', undefined, '乙', 0],
    ['cancel-too-late', undefined, '甲', 1],
    ['cancel-not-allowed', 'never', '甲', 0],
    ['instance-completed', 'accepted', '甲', 2],
  ] as const)('%s', async (code, rule, who, approvals) => {
    const matter = (await until(rule)).submit('w');
    for (const at of ['a', 'b'].slice(0, approvals)) matter.approve(at);
    expect(matter.refusedMatter(who, CANCEL)).toBe(code);
    const offered = matter.matterOffers(who).filter(({ verb }) => verb === 'cancel');
    // what has ended has no button for it
    expect(offered).toEqual(approvals === 2 ? [] : [expect.objectContaining({ allowed: false, code })]);
  });

  test('until the flow is accepted, where the drawing allows it; a reason is asked', async () => {
    const matter = (await until('accepted')).submit('w').approve('a');
    expect(matter.refusedMatter('甲', { ...CANCEL, reason: ' ' })).toBe('reason-required');
    expect(matter.doMatter('甲', CANCEL).standing.marking.outcome).toBe('cancelled');
  });

  test('a reviewer who has taken his verdict back has acted all the same', async () => {
    const matter = (await until()).submit('w').approve('a').withdraw('乙');
    expect(matter.refusedMatter('甲', CANCEL)).toBe('cancel-too-late');
  });
});

describe('终止', () => {
  test('ends the matter with everything that is open', async () => {
    const matter = (await until()).submit('w').return('a');
    expect(matter.doMatter('管理员', { verb: 'terminate', reason: '重复报送' }).standing).toMatchObject({
      sittings: [],
      asides: [],
      marking: { status: 'completed', outcome: 'terminated' },
    });
    expect(matter.refusedMatter('管理员', { verb: 'terminate', reason: '重复报送' })).toBe('instance-completed');
  });

  test('asks for a reason', async () => {
    expect((await until()).refusedMatter('管理员', { verb: 'terminate', reason: '' })).toBe('reason-required');
  });
});
