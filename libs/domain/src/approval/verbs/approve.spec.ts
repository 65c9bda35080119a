import { Matter } from '../../../../../test/properties/approval/matter.js';
import { draft, end, flows, start, task } from '../../../../../test/properties/engine/draw.js';
import { MAX_TEXT } from '../refuse-text.js';

const FLOW = [
  start('s'),
  draft('w'),
  task('a', 'chengban:verbs="return"'),
  task('b'),
  end('e'),
  flows('s>w', 'w>b', 'b>a', 'a>e'),
];

describe('同意', () => {
  test('goes on, with the opinion; the last one decides the round', async () => {
    const matter = (
      await Matter.of([start('s'), draft('w'), task('a'), task('b'), end('e'), flows('s>w', 'w>a', 'a>b', 'b>e')])
    ).submit('w');
    expect(matter.approve('a', '乙', ' 同意 ').last).toMatchObject({
      round: null,
      decisions: [{ verb: 'approve', nodeId: 'a', by: '乙', text: '同意' }],
    });
    expect(matter.standing.reviewed).toBe(true);
    expect(matter.approve('b', '丙', '同意').last?.round).toEqual({
      type: 'decided',
      verdict: 'approve',
      reason: '同意',
    });
  });

  test('writes what the reviewer fills in', async () => {
    const matter = (await Matter.of(FLOW)).submit('w', '甲', { form: { a: 1 } });
    matter.do('乙', 'b', { verb: 'approve', variables: { score: 90 } });
    expect(matter.standing.marking.variables).toMatchObject({ form: { a: 1 }, score: 90 });
  });

  test('is refused where the drawing leaves it out, and where the opinion is too long', async () => {
    const matter = (await Matter.of(FLOW)).submit('w');
    const opinion = '长'.repeat(MAX_TEXT + 1);
    expect(matter.refused('乙', 'b', { verb: 'approve', opinion })).toBe('opinion-too-long');
    matter.approve('b');
    expect(matter.refused('丙', 'a', { verb: 'approve' })).toBe('not-at-this-node');
    expect(matter.offers('丙', 'a').map(({ verb }) => verb)).toEqual(['claim', 'release', 'return']);
  });

  test('nobody decides twice in one sitting, not even for another', async () => {
    const sign = '<bpmn:userTask id="a" name="a" chengban:seats="all"/>';
    const pools = [{ candidateIds: ['乙', '丙'] }, { candidateIds: ['乙', '丁'] }];
    const matter = await Matter.of([start('s'), draft('w'), sign, end('e'), flows('s>w', 'w>a', 'a>e')], {
      seater: ({ node }) => (node.id === 'a' ? pools : [{ candidateIds: ['甲'] }]),
    });
    const [, second] = matter.submit('w').sittingAt('a').seats;
    matter.approve('a', '乙');
    expect(matter.refused('乙', second?.id ?? 0, { verb: 'approve' })).toBe('decided-already');
    expect(matter.refused({ personId: '乙', deputyFor: ['丁'] }, second?.id ?? 0, { verb: 'claim' })).toBe(
      'decided-already',
    );
    expect(matter.do('丁', second?.id ?? 0, { verb: 'approve' }).standing.marking.status).toBe('completed');
  });
});

test('不予通过 ends the matter, with the reason of those who said so', async () => {
  const sign =
    '<bpmn:userTask id="a" name="a" chengban:seats="vote" chengban:passCount="2" chengban:decide="collect"/>';
  const matter = await Matter.of([start('s'), draft('w'), sign, end('e'), flows('s>w', 'w>a', 'a>e')], {
    cast: { a: ['乙', '丙', '丁'] },
  });
  matter.submit('w');
  expect(matter.refused('乙', 'a', { verb: 'reject', reason: ' 否 ' })).toBe('reason-required');
  matter.do('乙', 'a', { verb: 'reject', reason: '数据不实' }).approve('a', '丙');
  expect(matter.active).toEqual(['a']);
  matter.do('丁', 'a', { verb: 'reject', reason: '不合规定', variables: { score: 0 } });
  expect(matter.standing.marking).toMatchObject({ outcome: 'rejected', variables: { score: 0 } });
  expect(matter.last?.round).toEqual({ type: 'decided', verdict: 'reject', reason: '数据不实；不合规定' });
});

test('one who only returns among several who reject is the milder: the work goes back', async () => {
  const sign = '<bpmn:userTask id="a" name="a" chengban:seats="all" chengban:decide="collect"/>';
  const matter = await Matter.of([start('s'), draft('w'), sign, end('e'), flows('s>w', 'w>a', 'a>e')], {
    cast: { a: ['乙', '丙'] },
  });
  matter.submit('w').return('a', '乙').reject('a', '丙');
  expect(matter.active).toEqual(['w']);
  expect(matter.last?.round).toMatchObject({ type: 'decided', verdict: 'return', reason: '请补正；不符合要求' });
});
