import { Matter } from '../../../../../test/properties/approval/matter.js';
import {
  and,
  draft,
  end,
  extended,
  flows,
  or,
  start,
  sub,
  task,
  xor,
} from '../../../../../test/properties/engine/draw.js';

// What bit other approval engines when work was returned (../shared/APPROVAL.md, «Regressions»); the numbers are its.

const PARALLEL = [
  start('s'),
  draft('w'),
  and('p'),
  task('a'),
  task('b'),
  and('j'),
  task('c'),
  task('d'),
  xor('x', 'x-e'),
  end('e'),
  flows('s>w', 'w>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>c', 'c>d', 'd>x', 'x>c?form.again = true', 'x>e'),
];

describe('2 a return to a node with several incoming flows behind a parallel gateway', () => {
  test.each(['direct', 'replay'] as const)('opens its task, and the flow goes on from there: %s', async (after) => {
    const matter = (await Matter.of(PARALLEL)).submit('w').approve('a').approve('b').approve('c');
    matter.return('d', '丙', { where: 'node', nodeId: 'c', after });
    expect(matter.tasks).toEqual(['c: 乙、丙、丁']);
    matter.approve('c');
    expect(matter.tasks.map((each) => each.split(':')[0])).toEqual(['d']);
    expect(matter.approve('d', '丙').standing.marking.status).toBe('completed');
  });

  test('to a node that a parallel join itself leads to from two branches opens one task, not two', async () => {
    const matter = (await Matter.of(PARALLEL)).submit('w').approve('b').approve('a');
    matter.approve('c').return('d', '丙', { where: 'previous' }).return('c', '乙', { where: 'node', nodeId: 'a' });
    expect(matter.tasks).toEqual(['a: 乙、丙、丁']);
    expect(matter.approve('a').tasks).toEqual(['c: 乙*、丙、丁']);
  });
});

describe('3 a return to before a parallel split', () => {
  test('opens the one task there; handed in again, the branches stand as they stood', async () => {
    const matter = (await Matter.of(PARALLEL)).submit('w').do('丙', 'b', { verb: 'claim' });
    matter.return('a');
    expect(matter.tasks).toEqual(['w: 甲、乙、丙、丁']);
    expect(matter.submit('w').tasks).toEqual(['a: 乙*、丙、丁', 'b: 乙、丙*、丁']);
  });

  test('with the way walked again, asks both branches anew', async () => {
    const matter = (await Matter.of(PARALLEL)).submit('w').approve('b').return('a', '乙', { after: 'replay' });
    expect(matter.submit('w').tasks).toEqual(['a: 乙、丙、丁', 'b: 乙、丙、丁']);
  });
});

describe('4 a return leaves no sibling to-do alive', () => {
  test('in no branch, no sub-process of a branch, and behind no join', async () => {
    const inside = sub('sp', start('is') + task('v') + end('ie') + flows('is>v', 'v>ie'));
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        and('p'),
        task('a'),
        inside,
        or('o'),
        task('b'),
        task('c'),
        or('oj'),
        and('j'),
        end('e'),
        flows(
          's>w',
          'w>p',
          'p>a',
          'p>sp',
          'p>o',
          'o>b?form.both',
          'o>c?form.both',
          'b>oj',
          'c>oj',
          'oj>j',
          'a>j',
          'sp>j',
          'j>e',
        ),
      ])
    ).submit('w', '甲', { form: { both: true } });
    expect(matter.tasks).toHaveLength(4);
    matter.do('丁', 'v', { verb: 'addSigner', side: 'before', mode: 'all', personIds: ['戊'] }).return('c');
    expect(matter.tasks).toEqual(['w: 甲、乙、丙、丁']);
    expect(matter.standing.marking.tokens).toHaveLength(1);
    expect(matter.submit('w').tasks).toHaveLength(4);
  });

  test('nor one that an event beside the work had opened', async () => {
    const beside = `<bpmn:boundaryEvent id="late" attachedToRef="a" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        task('a'),
        beside,
        task('urge'),
        end('e'),
        end('f'),
        flows('s>w', 'w>a', 'a>e', 'late>urge', 'urge>f'),
      ])
    ).submit('w');
    matter.event({ type: 'timer', nodeId: 'late' });
    expect(matter.return('a').tasks).toEqual(['w: 甲、乙、丙、丁']);
  });
});

describe('6 a return to a sequential 会签', () => {
  const SEQUENCE = [
    start('s'),
    draft('w'),
    extended('<bpmn:userTask id="sign" name="sign" chengban:seats="sequence"/>', ''),
    task('r'),
    end('e'),
    flows('s>w', 'w>sign', 'sign>r', 'r>e'),
  ];

  test('asks those who sign today, in their order, one after the other', async () => {
    let signers = ['乙', '丙'];
    const matter = await Matter.of(SEQUENCE, {
      seater: ({ node }) =>
        node.id === 'sign' ? signers.map((id) => ({ candidateIds: [id] })) : [{ candidateIds: ['甲', '戊'] }],
    });
    matter.submit('w').approve('sign', '乙').approve('sign', '丙');
    signers = ['丁', '乙'];
    matter.return('r', '戊', { where: 'node', nodeId: 'sign' });
    expect(matter.seatsAt('sign')).toEqual(['丁 open', '乙 waiting']);
    matter.approve('sign', '丁').approve('sign', '乙');
    // who drafted reviews no more
    expect(matter.tasks).toEqual(['r: 戊*']);
  });

  test('from within it, to the draft, keeps whoever has signed and asks the others again', async () => {
    const matter = await Matter.of(SEQUENCE, { cast: { sign: ['乙', '丙', '丁'] } });
    matter.submit('w').approve('sign', '乙').return('sign', '丙').submit('w');
    expect(matter.seatsAt('sign')).toEqual(['乙 decided', '丙 open', '丁 waiting']);
  });
});

describe('8 a return while an added signer is open', () => {
  const FLOW = [start('s'), draft('w'), task('a'), end('e'), flows('s>w', 'w>a', 'a>e')];

  test.each(['before', 'beside'] as const)(
    'by whom asked (%s) ends the signer’s task, which comes back with the work',
    async (side) => {
      const matter = (await Matter.of(FLOW)).submit('w');
      matter.do('乙', 'a', { verb: 'addSigner', side, mode: 'all', personIds: ['戊', '己'] });
      const open = matter.tasks;
      const by = side === 'before' ? '戊' : '乙';
      matter.return('a', by);
      expect(matter.tasks).toEqual(['w: 甲、乙、丙、丁']);
      matter.submit('w');
      expect(matter.tasks.map((each) => each.replaceAll('*', ''))).toEqual(
        open.map((each) => each.replaceAll('*', '')),
      );
    },
  );
});

describe('13 returned and handed in, ten rounds', () => {
  const FLOW = [start('s'), draft('w'), task('a'), task('b'), end('e'), flows('s>w', 'w>a', 'a>b', 'b>e')];

  test.each(['direct', 'replay'] as const)(
    'stands each time as the first time, and carries nothing along: %s',
    async (after) => {
      const matter = (await Matter.of(FLOW)).submit('w').approve('a');
      const size = (): number => JSON.stringify(matter.standing).length;
      const rounds: number[] = [];
      for (let round = 2; round <= 11; round += 1) {
        matter.return('b', '丙', { where: 'drafter', after }).submit('w', '甲', { form: { round } });
        if (after === 'replay') matter.approve('a');
        expect(matter.tasks.map((each) => each.split(':')[0])).toEqual(['b']);
        expect(matter.standing).toMatchObject({ round, asides: [] });
        rounds.push(size());
      }
      expect(matter.standing.marking).toMatchObject({
        variables: { form: { round: 11 }, round: 11 },
        tokens: [{ at: 'b' }],
      });
      expect((rounds[9] ?? 0) - (rounds[2] ?? 0)).toBeLessThan(50);
      expect(matter.approve('b', '丙').standing.marking.status).toBe('completed');
    },
  );
});
