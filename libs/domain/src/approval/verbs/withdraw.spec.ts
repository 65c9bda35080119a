import { Matter } from '../../../../../test/properties/approval/matter.js';
import {
  and,
  compiled,
  draft,
  end,
  flows,
  start,
  task,
  throwing,
  xor,
} from '../../../../../test/properties/engine/draw.js';

const sign = (seats: string): string => `<bpmn:userTask id="sign" name="sign" chengban:seats="${seats}"/>`;
const FLOW = [start('s'), draft('w'), task('a'), task('b'), end('e'), flows('s>w', 'w>a', 'a>b', 'b>e')];
const WITHDRAW = { verb: 'withdraw', reason: '看错了' } as const;
const submitted = async () => (await Matter.of(FLOW)).submit('w');

describe('撤回 of a step', () => {
  test('brings the task back to whoever decided it; the successor’s is gone', async () => {
    const matter = (await submitted()).approve('a').withdraw('乙');
    expect(matter.tasks).toEqual(['a: 乙*、丙、丁']);
    expect(matter.seats).toEqual([
      { type: 'close', seat: 3, how: 'takenBack' },
      expect.objectContaining({ type: 'open', seat: 2, holderId: '乙' }),
    ]);
    expect(matter.last?.round).toEqual({ type: 'takenBack', what: 'verdict' });
    expect(matter.standing.marking.variables).toMatchObject({ verdict: null });
    expect(matter.approve('a').tasks).toEqual(['b: 乙、丙、丁']);
  });

  test('of a submission: its round stays as it was, the next is another', async () => {
    const matter = (await submitted()).withdraw('甲');
    expect(matter.tasks).toEqual(['w: 甲*、乙、丙、丁']);
    expect(matter.last?.round).toEqual({ type: 'takenBack', what: 'submission' });
    expect(matter.submit('w').standing.round).toBe(2);
  });

  test('of a submission that went straight back after a correction: the correction is open again', async () => {
    const matter = (await submitted())
      .approve('a')
      .return('b', '丙')
      .submit('w', '甲', { form: { a: 1 } });
    matter.withdraw('甲');
    expect(matter.tasks).toEqual(['w: 甲*、乙、丙、丁']);
    expect(matter.submit('w').tasks).toEqual(['b: 乙、丙*、丁']);
  });

  test.each([
    ['claimed it', (matter: Matter) => matter.do('丙', 'b', { verb: 'claim' })],
    ['decided', (matter: Matter) => matter.approve('b', '丙')],
    [
      'asked others',
      (matter: Matter) => matter.do('丙', 'b', { verb: 'addSigner', side: 'before', mode: 'all', personIds: ['丁'] }),
    ],
    ['delegated it', (matter: Matter) => matter.do('丙', 'b', { verb: 'delegate', toId: '戊', reason: '' })],
  ])('is too late once the successor has %s', async (_, act) => {
    const matter = act(
      (
        await Matter.of([
          start('s'),
          draft('w'),
          task('a'),
          task('b'),
          task('c'),
          end('e'),
          flows('s>w', 'w>a', 'a>b', 'b>c', 'c>e'),
        ])
      )
        .submit('w')
        .approve('a'),
    );
    expect(matter.refusedMatter('乙', WITHDRAW)).toBe('withdraw-too-late');
    expect(matter.matterOffers('乙')).toContainEqual(
      expect.objectContaining({ verb: 'withdraw', allowed: false, code: 'withdraw-too-late' }),
    );
  });

  test('is too late when a message has left the flow', async () => {
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        throwing('m', 'message'),
        task('a'),
        end('e'),
        flows('s>w', 'w>m', 'm>a', 'a>e'),
      ])
    ).submit('w');
    expect(matter.refusedMatter('甲', WITHDRAW)).toBe('withdraw-sent');
  });

  test.each([
    ['nothing-to-withdraw', '戊', WITHDRAW],
    ['reason-required', '甲', { ...WITHDRAW, reason: '' }],
  ] as const)('%s', async (code, who, act) => {
    expect((await submitted()).refusedMatter(who, act)).toBe(code);
  });

  test('of what has ended is refused', async () => {
    const matter = (await submitted()).approve('a').approve('b', '丙');
    expect(matter.refusedMatter('丙', WITHDRAW)).toBe('instance-completed');
  });

  test('on one branch leaves the other as it is', async () => {
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        and('p'),
        task('a'),
        task('b'),
        task('c'),
        and('j'),
        end('e'),
        flows('s>w', 'w>p', 'p>a', 'p>b', 'a>c', 'c>j', 'b>j', 'j>e'),
      ])
    )
      .submit('w')
      .approve('a')
      .approve('b', '丙');
    expect(matter.withdraw('乙').tasks).toEqual(['a: 乙*、丙、丁']);
    expect(matter.approve('a').approve('c', '丁').standing.marking.status).toBe('completed');
  });

  test('takes back what de-duplication made of it, and nobody else’s agreement by it', async () => {
    const flow = await compiled(
      start('s'),
      draft('w'),
      task('a'),
      task('b'),
      task('c'),
      end('e'),
      flows('s>w', 'w>a', 'a>b', 'b>c', 'c>e'),
    );
    const matter = Matter.from({ ...flow, dedupe: 'first' }, { cast: { a: ['乙'], b: ['丙'], c: ['乙'] } });
    matter.submit('w').approve('a', '乙');
    const other = matter.fork();
    expect(matter.approve('b', '丙').standing.marking.status).toBe('completed');
    expect(other.refusedMatter('丙', WITHDRAW)).toBe('nothing-to-withdraw');
    expect(other.withdraw('乙').tasks).toEqual(['a: 乙*']);
  });
});

describe('撤回 of a vote', () => {
  const voting = async (seats: string, ...people: readonly string[]) =>
    (
      await Matter.of([start('s'), draft('w'), sign(seats), end('e'), flows('s>w', 'w>sign', 'sign>e')], {
        cast: { sign: people },
      })
    ).submit('w');

  test('opens the seat again while the others go on', async () => {
    const matter = (await voting('all', '乙', '丙', '丁')).approve('sign', '乙').approve('sign', '丙').withdraw('乙');
    expect(matter.seatsAt('sign')).toEqual(['乙 open', '丙 decided', '丁 open']);
    expect(matter.last?.round).toBeNull();
  });

  test('in a sequence closes the turn that it gave, unless that has been taken', async () => {
    const matter = (await voting('sequence', '乙', '丙', '丁')).approve('sign', '乙');
    const taken = matter.fork().do('丙', 'sign', { verb: 'claim' });
    expect(taken.refusedMatter('乙', WITHDRAW)).toBe('withdraw-too-late');
    expect(matter.withdraw('乙').seatsAt('sign')).toEqual(['乙 open', '丙 waiting', '丁 waiting']);
    expect(matter.approve('sign', '乙').approve('sign', '丙').refusedMatter('乙', WITHDRAW)).toBe('withdraw-too-late');
  });

  test('of one who asked others afterwards is too late once they have decided; those beside do not mind', async () => {
    const ask = (side: 'after' | 'beside') => ({ verb: 'addSigner', side, mode: 'all', personIds: ['丁'] }) as const;
    const after = (await voting('all', '乙', '丙'))
      .do('乙', 'sign', ask('after'))
      .approve('sign', '乙')
      .approve('sign', '丁');
    expect(after.refusedMatter('乙', WITHDRAW)).toBe('withdraw-too-late');
    const beside = (await voting('all', '乙', '丙'))
      .do('乙', 'sign', ask('beside'))
      .approve('sign', '乙')
      .approve('sign', '丁');
    expect(beside.withdraw('乙').seatsAt('sign')).toEqual(['乙 open', '丙 open', '丁 decided']);
  });

  test('that decided the whole brings the others’ tasks back, with what they had said', async () => {
    const whole = (
      await Matter.of(
        [
          start('s'),
          draft('w'),
          sign('vote" chengban:passCount="2'),
          task('z'),
          end('e'),
          flows('s>w', 'w>sign', 'sign>z', 'z>e'),
        ],
        { cast: { sign: ['乙', '丙', '丁'] } },
      )
    ).submit('w');
    whole.approve('sign', '乙').do('丁', 'sign', { verb: 'claim' }).approve('sign', '丙');
    expect(whole.tasks).toEqual(['z: 乙、丙、丁']);
    expect(whole.withdraw('丙').tasks).toEqual(['sign: 丙*', 'sign: 丁*']);
    expect(whole.seatsAt('sign')).toEqual(['乙 decided', '丙 open', '丁 open']);
  });
});

describe('撤回 of a return', () => {
  test('brings back what it took away, while nobody has begun to correct', async () => {
    const matter = (await submitted()).approve('a').return('b', '丙').withdraw('丙');
    expect(matter.tasks).toEqual(['b: 乙、丙*、丁']);
    expect(matter.last?.round).toEqual({ type: 'takenBack', what: 'verdict' });
    expect(matter.approve('b', '丙').standing.marking.status).toBe('completed');
  });

  test('is too late once somebody has saved or claimed the draft', async () => {
    const matter = (await submitted()).return('a').do('甲', 'w', { verb: 'save' });
    expect(matter.refusedMatter('乙', WITHDRAW)).toBe('withdraw-too-late');
  });

  test('that the drawing draws is the same', async () => {
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        task('a'),
        xor('x', 'x-c'),
        draft('c'),
        end('e'),
        flows('s>w', 'w>a', 'a>x', 'x>e?verdict = "approve"', 'x>c', 'c>a'),
      ])
    )
      .submit('w')
      .return('a');
    expect(matter.active).toEqual(['c']);
    expect(matter.withdraw('乙').tasks).toEqual(['a: 乙*、丙、丁']);
  });

  test('the last thing done is what is taken back: an approval after a return, then the return', async () => {
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        and('p'),
        task('a'),
        task('b'),
        task('c'),
        and('j'),
        end('e'),
        flows('s>w', 's>p', 'w>a', 'a>j', 'p>b', 'b>c', 'c>j', 'j>e'),
      ])
    )
      .submit('w')
      .return('a')
      .approve('b');
    expect(matter.withdraw('乙').tasks).toEqual(['w: 甲、乙、丙、丁', 'b: 乙*、丙、丁']);
    expect(matter.withdraw('乙').tasks).toEqual(['a: 乙*、丙、丁', 'b: 乙*、丙、丁']);
  });
});
