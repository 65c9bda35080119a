import { Matter } from '../../../../../test/properties/approval/matter.js';
import { draft, end, flows, start, task } from '../../../../../test/properties/engine/draw.js';

const flow = (settings = '') => [
  start('s'),
  draft('w'),
  task('a'),
  task('b'),
  task('c', settings),
  end('e'),
  flows('s>w', 'w>a', 'a>b', 'b>c', 'c>e'),
];
const atC = async (settings = '') => (await Matter.of(flow(settings))).submit('w').approve('a').approve('b', '丙');
const RETURN = { verb: 'return', reason: '请补正' } as const;
const offered = (matter: Matter) =>
  (matter.offers('丁', 'c').find(({ verb }) => verb === 'return')?.targets ?? []).map(
    ({ where, nodeId, after }) => `${where} ${nodeId} ${String(after)}`,
  );

describe('退回: where', () => {
  test('whatever was passed is offered, the drafter first, straight back first', async () => {
    expect(offered(await atC())).toEqual([
      'drafter w direct,replay',
      'previous b direct,replay',
      'node b direct,replay',
      'node a direct,replay',
      'node w direct,replay',
    ]);
  });

  test.each([
    ['drafter', ['drafter w direct,replay']],
    ['previous', ['previous b direct,replay']],
    ['any', ['node b direct,replay', 'node a direct,replay', 'node w direct,replay']],
    ['named" chengban:returnTo="a', ['named a direct,replay']],
  ])('the drawing narrows it: %s', async (where, expected) => {
    expect(offered(await atC(`chengban:returnWhere="${where}"`))).toEqual(expected);
  });

  test.each([
    ['return-where-not-allowed', 'chengban:returnWhere="drafter"', { where: 'previous' }],
    ['return-where-not-allowed', 'chengban:returnWhere="drafter"', { where: 'node', nodeId: 'a' }],
    ['not-passed', '', { where: 'node', nodeId: 'c' }],
    ['not-passed', '', { where: 'node', nodeId: 'nowhere' }],
    ['return-after-not-allowed', 'chengban:returnAfter="direct"', { after: 'replay' }],
    ['return-after-not-allowed', 'chengban:returnAfter="replay"', { after: 'direct' }],
  ] as const)('%s', async (code, settings, back) => {
    expect((await atC(settings)).refused('丁', 'c', { ...RETURN, ...back })).toBe(code);
  });
});

describe('退回: afterwards', () => {
  test('straight back to the one who returned it, those between are not asked again', async () => {
    const matter = (await atC()).return('c', '丁');
    expect(matter.tasks).toEqual(['w: 甲、乙、丙、丁']);
    expect(matter.submit('w').tasks).toEqual(['c: 乙、丙、丁*']);
    expect(matter.last?.round).toEqual({ type: 'opened' });
  });

  test('the way again', async () => {
    const matter = (await atC()).return('c', '丁', { after: 'replay' });
    expect(matter.submit('w').tasks).toEqual(['a: 乙、丙、丁']);
    expect(matter.approve('a').approve('b', '丙').tasks).toEqual(['c: 乙、丙、丁']);
  });

  test('among reviewers returns no submission: the drafters get nothing back', async () => {
    const matter = (await atC()).return('c', '丁', { where: 'previous' });
    expect(matter.last?.round).toBeNull();
    expect(matter.approve('b', '丙').tasks).toEqual(['c: 乙、丙、丁*']);
  });

  test('a return of what was returned comes back in two steps, each to whoever asked', async () => {
    const matter = (await atC()).return('c', '丁', { where: 'previous' }).return('b', '丙', { where: 'drafter' });
    expect(matter.tasks).toEqual(['w: 甲、乙、丙、丁']);
    expect(matter.submit('w').tasks).toEqual(['b: 乙、丙*、丁']);
    expect(matter.approve('b', '丙').tasks).toEqual(['c: 乙、丙、丁*']);
  });

  test('whoever has drafted meanwhile reviews no more, even who had returned it', async () => {
    const matter = (await atC()).return('c', '丁').submit('w', '丁');
    expect(matter.tasks).toEqual(['c: 乙、丙']);
    expect(matter.refused('丁', 'c', { verb: 'approve' })).toBe('drafter-cannot-review');
  });

  test('where the returner was the only one and has drafted himself, others are found', async () => {
    const matter = await Matter.of(flow(), { cast: { c: ['丁'] } });
    matter.submit('w').approve('a').approve('b', '丙').return('c', '丁').submit('w', '丁');
    expect(matter.tasks).toEqual(['c: 管理员']);
  });
});
