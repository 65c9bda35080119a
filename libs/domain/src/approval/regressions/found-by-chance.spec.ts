import { Matter, castSeater } from '../../../../../test/properties/approval/matter.js';
import {
  and,
  beside,
  compiled,
  draft,
  end,
  endWith,
  flows,
  or,
  start,
  sub,
  task,
  timer,
  xor,
} from '../../../../../test/properties/engine/draw.js';
import { predict } from '../predict.js';

// What random people on random flows found (test/properties/approval), each as short as it could be made.

const names = (matter: Matter): string => matter.tasks.map((each) => each.split(':')[0]).join(' ');

test('a branch that ended within a sub-process can be returned to from behind it', async () => {
  const inside = sub(
    'sp',
    start('is') +
      and('ip') +
      task('a') +
      task('b') +
      end('ia') +
      end('ib') +
      flows('is>ip', 'ip>a', 'ip>b', 'a>ia', 'b>ib'),
  );
  const matter = (
    await Matter.of([start('s'), draft('w'), inside, task('r'), end('e'), flows('s>w', 'w>sp', 'sp>r', 'r>e')])
  ).submit('w');
  matter.approve('a').approve('b').return('r', '丙', { where: 'node', nodeId: 'a', after: 'replay' });
  expect(names(matter)).toBe('a b');
  expect(names(matter.approve('a').approve('b'))).toBe('r');
});

test('what an event began beside an activity goes when the activity is returned from, and is returned from as well', async () => {
  const flow = [
    start('s'),
    draft('w'),
    task('a'),
    beside('late', 'a', ['timer']),
    task('u'),
    end('e'),
    end('f'),
    flows('s>w', 'w>a', 'a>e', 'late>u', 'u>f'),
  ];
  const matter = (await Matter.of(flow)).submit('w').event({ type: 'timer', nodeId: 'late' });
  expect(names(matter.fork().return('a'))).toBe('w');
  expect(names(matter.return('u'))).toBe('w');
});

test('an inclusive join that went on because a branch had ended waits for it again when that is returned to', async () => {
  const flow = [
    start('s'),
    draft('w'),
    and('p'),
    task('a'),
    xor('x', 'x-j'),
    task('b'),
    or('j'),
    task('z'),
    end('e'),
    end('f'),
    flows('s>w', 'w>p', 'p>a', 'a>x', 'x>f?form.stop', 'x>j', 'p>b', 'b>j', 'j>z', 'z>e'),
  ];
  const matter = (await Matter.of(flow))
    .submit('w', '甲', { form: { stop: true } })
    .approve('a')
    .approve('b', '丙');
  expect(names(matter)).toBe('z');
  matter.withdraw('丙').approve('b', '丙');
  expect(matter.refusedMatter('乙', { verb: 'withdraw', reason: '看错了' })).toBe('withdraw-too-late');
});

test('work does not come straight back past a join where somebody now is awaited', async () => {
  const flow = [
    start('s'),
    draft('w'),
    beside('more', 'w', ['message']),
    task('extra'),
    or('j'),
    task('z'),
    end('e'),
    flows('s>w', 'w>j', 'more>extra', 'extra>j', 'j>z', 'z>e'),
  ];
  const matter = (await Matter.of(flow)).submit('w').return('z', '丙');
  matter.event({ type: 'message', name: '来文', variables: {} }).submit('w');
  expect(names(matter)).toBe('extra');
  expect(names(matter.approve('extra'))).toBe('z');
});

test('a join goes on whose other token came while the first was away', async () => {
  const twice = '<bpmn:userTask id="t" name="t" completionQuantity="2"/>';
  const flow = [
    start('s'),
    twice,
    draft('d'),
    task('k'),
    and('j'),
    task('z'),
    end('e'),
    flows('s>t', 't>d', 't>k', 'd>j', 'k>j', 'j>z', 'z>e'),
  ];
  const matter = (await Matter.of(flow)).approve('t');
  const [first, second] = matter.standing.sittings
    .filter(({ nodeId }) => nodeId === 'd')
    .map(({ token }) => `d#${token}`);
  const [k] = matter.standing.sittings.filter(({ nodeId }) => nodeId === 'k').map(({ token }) => `k#${token}`);
  matter
    .approve(k ?? '', '丙')
    .submit(first ?? '')
    .submit(second ?? '');
  matter.return('z', '丁', { where: 'drafter', after: 'replay' });
  // the second draft had waited at the join for a partner that stands there again
  expect(names(matter).split(' ').sort().join(' ')).toBe('d k z');
});

test('a task that leads to itself has moved, and is taken back as what it was', async () => {
  const matter = (
    await Matter.of([
      start('s'),
      draft('w'),
      task('a'),
      xor('x', 'x-a'),
      end('e'),
      flows('s>w', 'w>a', 'a>x', 'x>a', 'x>e?form.ok'),
    ])
  ).submit('w', '甲', { form: { ok: false } });
  const [seat] = matter.approve('a').sittingAt('a').seats;
  expect(seat?.id).toBe(3);
  expect(matter.withdraw('乙').sittingAt('a').seats[0]?.id).toBe(2);
});

describe('自动去重', () => {
  const reviews = ['a', 'b', 'c'];
  const of = async (dedupe: 'first' | 'last' | 'adjacent', people: readonly string[], line = 's>w,w>a,a>b,b>c,c>e') => {
    const flow = await compiled(
      start('s'),
      draft('w'),
      ...reviews.map((id) => task(id)),
      end('e'),
      flows(...line.split(',')),
    );
    const cast = Object.fromEntries(reviews.map((id, at) => [id, [people[at] ?? '']]));
    return Matter.from({ ...flow, dedupe }, { cast }).submit('w');
  };

  test('does not answer at once for whom a return asks', async () => {
    const matter = await of('last', ['乙', '丙', '乙']);
    // a is 乙's, who is asked at c
    expect(names(matter)).toBe('b');
    matter.return('b', '丙', { where: 'node', nodeId: 'a' });
    expect(names(matter)).toBe('a');
    expect(names(matter.approve('a'))).toBe('b');
  });

  test('takes no agreement of an earlier round for this one', async () => {
    const matter = await of('first', ['乙', '丙', '乙']);
    matter.approve('a').return('b', '丙').submit('w').approve('b', '丙');
    expect(names(matter)).toBe('c');
  });

  test('ends where a flow comes round to the same step', async () => {
    const flow = await compiled(
      start('s'),
      draft('w'),
      task('a'),
      task('b'),
      xor('x', 'x-a'),
      end('e'),
      flows('s>w', 'w>a', 'a>b', 'b>x', 'x>a', 'x>e?form.ok'),
    );
    const matter = Matter.from({ ...flow, dedupe: 'first' }, { cast: { a: ['乙'], b: ['乙'] } }).submit('w', '甲', {
      form: { ok: false },
    });
    expect(names(matter.approve('a'))).toBe('a');
  });
});

test('a vote that is taken by what was filled in is closed with its sitting', async () => {
  const sign = '<bpmn:userTask id="sign" name="sign" chengban:seats="all"/>';
  const flow = [
    start('s'),
    draft('w'),
    sign,
    `<bpmn:boundaryEvent id="off" attachedToRef="sign"><bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">form.off = true</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:boundaryEvent>`,
    task('z'),
    end('e'),
    end('f'),
    flows('s>w', 'w>sign', 'sign>e', 'off>z', 'z>f'),
  ];
  const matter = (await Matter.of(flow, { cast: { sign: ['乙', '丙'] } })).submit('w', '甲', { form: { off: false } });
  matter.do('乙', 'sign', { verb: 'approve', variables: { form: { off: true } } });
  expect(names(matter)).toBe('z');
});

test('what was put aside survives a step that is taken back', async () => {
  const matter = (
    await Matter.of([
      start('s'),
      draft('w'),
      task('a', 'chengban:returnTo="c"'),
      task('b'),
      xor('x', 'x-c'),
      draft('c'),
      end('e'),
      flows('s>w', 'w>a', 'a>b', 'b>x', 'x>e?verdict = "approve"', 'x>c', 'c>b'),
    ])
  ).submit('w');
  matter.approve('a').return('b', '丙', { where: 'node', nodeId: 'a' }).return('a', '乙', { where: 'named' });
  expect(names(matter)).toBe('c');
  expect(names(matter.withdraw('乙'))).toBe('a');
  expect(matter.approve('a').tasks).toEqual(['b: 乙、丙*、丁']);
});

test('what a return had let go on is taken back with the return', async () => {
  const flow = [
    start('s'),
    '<bpmn:userTask id="t" name="t" completionQuantity="2"/>',
    task('k'),
    or('o'),
    task('a'),
    task('b'),
    or('j'),
    task('z'),
    end('e'),
    flows('s>t', 't>k', 'k>o', 'o>a?form.a', 'o>b?not(form.a)', 'a>j', 'b>j', 'j>z', 'z>e'),
  ];
  const matter = (await Matter.of(flow)).approve('t');
  for (const a of [true, false]) matter.do('乙', 'k', { verb: 'approve', variables: { form: { a } } });
  expect(names(matter.approve('b', '丙'))).toBe('a');
  const before = matter.standing.marking.tokens;
  // from k it may come to either branch, so that the join waits for it no more
  matter.return('a', '丁', { where: 'node', nodeId: 'k', after: 'replay' });
  expect(names(matter)).toBe('k z');
  expect(
    matter.fork().do('乙', 'z', { verb: 'claim' }).refusedMatter('丁', { verb: 'withdraw', reason: '看错了' }),
  ).toBe('withdraw-too-late');
  expect(matter.withdraw('丁').standing.marking.tokens).toEqual(before);
  expect(names(matter)).toBe('a');
});

test('a vote that can go back no more, as the data have changed, ends by those who rejected', async () => {
  const sign = '<bpmn:userTask id="sign" name="sign" chengban:seats="all" chengban:decide="collect"/>';
  const flow = [
    start('s'),
    and('p'),
    sign,
    xor('x', 'x-z'),
    draft('c'),
    task('o'),
    task('z'),
    end('e'),
    flows('s>p', 'p>sign', 'sign>x', 'x>c?form.back', 'x>z', 'c>z', 'p>o', 'o>e', 'z>e'),
  ];
  const matter = await Matter.of(flow, { cast: { sign: ['乙', '丙'] }, variables: { form: { back: true } } });
  matter.return('sign', '乙').do('丁', 'o', { verb: 'approve', variables: { form: { back: false } } });
  expect(matter.refused('丙', 'sign', { verb: 'approve' })).toBe('no-return-target');
  expect(matter.reject('sign', '丙').standing.marking.outcome).toBe('rejected');
});

test('one’s own vote is taken back with the votes that de-duplication made of it', async () => {
  const sign = '<bpmn:userTask id="sign" name="sign" chengban:seats="sequence"/>';
  const flow = await compiled(
    start('s'),
    draft('w'),
    task('a'),
    sign,
    task('z'),
    end('e'),
    flows('s>w', 'w>a', 'a>sign', 'sign>z', 'z>e'),
  );
  const matter = Matter.from({ ...flow, dedupe: 'first' }, { cast: { a: ['丙'], sign: ['乙', '丙'], z: ['丁'] } });
  matter.submit('w').approve('a', '丙').approve('sign', '乙');
  expect(names(matter)).toBe('z');
  expect(matter.withdraw('乙').seatsAt('sign')).toEqual(['乙 open', '丙 waiting']);
});

test('a vote that a de-duplicated step behind one’s own had ended goes on when that is taken back, with who had voted', async () => {
  const sign = '<bpmn:userTask id="sign" name="sign" chengban:seats="all"/>';
  const inside = sub(
    'sp',
    start('is') +
      and('p') +
      task('a') +
      task('b') +
      sign +
      endWith('stop', 'terminate') +
      end('done') +
      flows('is>p', 'p>a', 'p>sign', 'a>b', 'b>stop', 'sign>done'),
  );
  const flow = await compiled(start('s'), draft('w'), inside, task('r'), end('e'), flows('s>w', 'w>sp', 'sp>r', 'r>e'));
  const cast = { a: ['乙'], b: ['乙'], sign: ['丁', '戊'], r: ['丙'] };
  const matter = Matter.from({ ...flow, dedupe: 'adjacent' }, { cast })
    .submit('w')
    .approve('sign', '丁');
  const before = matter.sittingAt('sign').seats;
  expect(names(matter.approve('a'))).toBe('r');
  expect(names(matter.withdraw('乙'))).toBe('a sign');
  expect(matter.sittingAt('sign').seats).toEqual(before);
});

test('timers of what came and went within one act are never started', async () => {
  const flow = await compiled(
    start('s'),
    draft('w'),
    task('a'),
    task('b'),
    timer('late', 'b', 'timeDuration', 'P1D'),
    task('c'),
    end('e'),
    end('f'),
    flows('s>w', 'w>a', 'a>b', 'b>c', 'c>e', 'late>f'),
  );
  const matter = Matter.from({ ...flow, dedupe: 'adjacent' }, { cast: { a: ['乙'], b: ['乙'], c: ['丙'] } })
    .submit('w')
    .approve('a');
  expect(names(matter)).toBe('c');
  expect(matter.effects.filter(({ type }) => type.startsWith('timer'))).toEqual([]);
});

test('what comes next is foreseen straight back, and back where a vote is lost already', async () => {
  const sign = '<bpmn:userTask id="sign" name="sign" chengban:seats="all" chengban:decide="collect"/>';
  const matter = (
    await Matter.of([start('s'), draft('w'), task('a'), sign, end('e'), flows('s>w', 'w>a', 'a>sign', 'sign>e')], {
      cast: { sign: ['丙', '丁'] },
    })
  )
    .submit('w')
    .approve('a');
  const foreseen = (): readonly string[] => {
    const { workflow, standing, now } = matter;
    return predict({ workflow, standing, now, seater: castSeater({ '*': ['乙'] }) }).next.map(({ nodeId }) => nodeId);
  };
  matter.return('sign', '丙');
  expect(foreseen().slice(0, 2)).toEqual(['w', 'sign']);
  matter.approve('sign', '丁');
  expect(foreseen()).toEqual(['sign']);
});
