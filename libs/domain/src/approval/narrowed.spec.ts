import { and, draft, end, flows, start, task } from '../../../../test/properties/engine/draw.js';
import { Matter } from '../../../../test/properties/approval/matter.js';
import { NODE_VERBS } from '../bpmn/model/approval.js';
import { refuseWhereItStands } from './offered-at.js';

const URGE = { verb: 'urge' } as const;
const WITHDRAW = { verb: 'withdraw', reason: '看错了' } as const;

/** A draft, a review that offers this much, another that offers everything. */
const row = (verbs: string) => [
  start('s'),
  draft('w'),
  task('a', `chengban:verbs="${verbs}"`),
  task('b'),
  end('e'),
  flows('s>w', 'w>a', 'a>b', 'b>e'),
];

const fork = [
  start('s'),
  draft('w'),
  and('p'),
  task('a', 'chengban:verbs="approve return"'),
  task('b'),
  and('j'),
  end('e'),
  flows('s>w', 'w>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>e'),
];

describe('verbs that a node leaves out', () => {
  test.each([
    ['withdraw', WITHDRAW],
    ['urge', URGE],
  ] as const)('%s is refused while the matter stands there, and works at the next node', async (verb, act) => {
    const matter = (await Matter.of(row('approve return'))).submit('w');
    expect(matter.refusedMatter('甲', act)).toBe('not-at-this-node');
    expect(matter.matterOffers('甲').find((offer) => offer.verb === verb)).toMatchObject({
      allowed: false,
      code: 'not-at-this-node',
    });
    matter.approve('a');
    const who = verb === 'withdraw' ? '乙' : '甲';
    expect(matter.refusedMatter(who, act)).toBeNull();
  });

  test('a node that lists them offers them', async () => {
    const matter = (await Matter.of(row('approve withdraw urge'))).submit('w');
    expect(matter.refusedMatter('甲', WITHDRAW)).toBeNull();
    expect(matter.refusedMatter('甲', URGE)).toBeNull();
  });

  test('of several nodes one that offers it is enough, and an urging reaches the seats of that one only', async () => {
    const matter = (await Matter.of(fork)).submit('w').doMatter('甲', URGE);
    const urged = matter.standing.sittings.filter(({ seats }) => seats.some((seat) => seat.urged !== undefined));
    expect(urged.map(({ nodeId }) => nodeId)).toEqual(['b']);
    expect(matter.refusedMatter('甲', URGE)).toBe('urged-just-now');
    matter.approve('b', '丙');
    expect(matter.refusedMatter('甲', URGE)).toBe('not-at-this-node');
  });

  test('a matter that waits for nobody is narrowed by no node', async () => {
    const { workflow } = await Matter.of(row('approve'));
    for (const verb of NODE_VERBS) expect(refuseWhereItStands(workflow, [], verb)).toBeNull();
    expect(refuseWhereItStands(workflow, ['a'], 'comment')).toMatchObject({ code: 'not-at-this-node' });
  });
});
