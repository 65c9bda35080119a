import { Matter } from '../../../../../test/properties/approval/matter.js';
import { and, draft, end, flows, or, start, sub, task, xor } from '../../../../../test/properties/engine/draw.js';
import { predict } from '../predict.js';
import { castSeater } from '../../../../../test/properties/approval/matter.js';

const sign = (id: string, seats: string): string =>
  `<bpmn:userTask id="${id}" name="${id}" chengban:seats="${seats}"/>`;

test('5 a rejection on one of several parallel branches ends the whole, and every task with it', async () => {
  const inside = sub('sp', start('is') + task('v') + end('ie') + flows('is>v', 'v>ie'));
  const matter = (
    await Matter.of([
      start('s'),
      draft('w'),
      and('p'),
      task('a'),
      sign('b', 'all'),
      inside,
      and('j'),
      end('e'),
      flows('s>w', 'w>p', 'p>a', 'p>b', 'p>sp', 'a>j', 'b>j', 'sp>j', 'j>e'),
    ])
  ).submit('w');
  matter.do('丁', 'v', { verb: 'delegate', toId: '戊', reason: '请看' }).reject('a');
  expect(matter.standing.marking).toMatchObject({ status: 'completed', outcome: 'rejected', tokens: [] });
  expect(matter.standing.sittings).toEqual([]);
  expect(matter.last?.round).toEqual({ type: 'decided', verdict: 'reject', reason: '不符合要求' });
});

test('7 a 会签 is not done while one seat is open, whoever was added, passed on or taken away meanwhile', async () => {
  const matter = await Matter.of([start('s'), draft('w'), sign('a', 'all'), end('e'), flows('s>w', 'w>a', 'a>e')], {
    cast: { a: ['乙', '丙', '丁'] },
  });
  matter.submit('w').approve('a', '乙').approve('a', '丙');
  expect(matter.seatsAt('a')).toEqual(['乙 decided', '丙 decided', '丁 open']);
  matter.do('丁', 'a', { verb: 'addSigner', side: 'after', mode: 'any', personIds: ['戊', '己'] }).approve('a', '丁');
  expect(matter.active).toEqual(['a']);
  matter.do('戊', 'a', { verb: 'transfer', toId: '庚', reason: '出差' }).approve('a', '己');
  expect(matter.standing.marking.status).toBe('completed');
});

describe('9 nested inclusive gateways lose no node', () => {
  const FLOW = [
    start('s'),
    draft('w'),
    or('o1', 'o1-c'),
    or('o2', 'o2-a'),
    task('a'),
    task('b'),
    or('j2'),
    task('m'),
    task('c'),
    or('j1'),
    task('z'),
    end('e'),
    flows(
      's>w',
      'w>o1',
      'o1>o2?form.x',
      'o1>c',
      'o2>a',
      'o2>b?form.y',
      'a>j2',
      'b>j2',
      'j2>m',
      'm>j1',
      'c>j1',
      'j1>z',
      'z>e',
    ),
  ];

  test.each([
    [false, false, ['c']],
    [true, false, ['a']],
    [true, true, ['b']],
  ])('x %s, y %s', async (x, y, first) => {
    const matter = (await Matter.of(FLOW)).submit('w', '甲', { form: { x, y } });
    expect(matter.active).toEqual(expect.arrayContaining(first));
    const passed: string[] = [];
    while (matter.standing.marking.status === 'running') {
      const [at = ''] = matter.active;
      passed.push(at);
      matter.approve(at);
    }
    expect(passed.at(-1)).toBe('z');
    if (x) expect(passed.at(-2)).toBe('m');
  });
});

describe('10 signers are added inside parallel and inclusive branches', () => {
  test('only their own branch waits for them', async () => {
    const matter = (
      await Matter.of([
        start('s'),
        draft('w'),
        and('p'),
        or('o'),
        task('a'),
        task('b'),
        or('oj'),
        task('c'),
        and('j'),
        end('e'),
        flows('s>w', 'w>p', 'p>o', 'o>a?form.both', 'o>b?form.both', 'a>oj', 'b>oj', 'oj>j', 'p>c', 'c>j', 'j>e'),
      ])
    ).submit('w', '甲', { form: { both: true } });
    matter.do('乙', 'a', { verb: 'addSigner', side: 'before', mode: 'all', personIds: ['戊'] });
    matter.do('丙', 'c', { verb: 'addSigner', side: 'after', mode: 'sequence', personIds: ['己', '庚'] });
    matter.approve('c', '丙').approve('b', '丁');
    expect(matter.tasks.map((each) => each.replaceAll('*', ''))).toEqual(['c: 己', 'a: 戊']);
    matter.approve('a', '戊').approve('a', '乙').approve('c', '己').approve('c', '庚');
    expect(matter.standing.marking.status).toBe('completed');
  });
});

test('11 a copy after a parallel join holds nothing up', async () => {
  const copied = `<bpmn:userTask id="c" name="c"><bpmn:extensionElements><chengban:copy kind="starter"/><chengban:copy kind="person" person="乙"/></bpmn:extensionElements></bpmn:userTask>`;
  const matter = (
    await Matter.of([
      start('s'),
      draft('w'),
      and('p'),
      task('a'),
      task('b'),
      and('j'),
      copied,
      end('e'),
      flows('s>w', 'w>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>c', 'c>e'),
    ])
  ).submit('w');
  matter.approve('a').approve('b').approve('c');
  expect(matter.standing.marking).toMatchObject({ status: 'completed', tokens: [] });
  expect(matter.standing.trail.at(-1)?.sitting?.nodeId).toBe('c');
});

test('14 a delegation inside a 会签 comes back to its own seat, and the others go on meanwhile', async () => {
  const matter = await Matter.of([start('s'), draft('w'), sign('a', 'all'), end('e'), flows('s>w', 'w>a', 'a>e')], {
    cast: { a: ['乙', '丙'] },
  });
  matter.submit('w').do('乙', 'a', { verb: 'delegate', toId: '戊', reason: '请看数据' });
  expect(matter.tasks).toEqual(['a: 戊', 'a: 丙']);
  matter.approve('a', '丙');
  expect(matter.refused('戊', 'a', { verb: 'approve' })).toBe('delegated-only');
  matter.do('戊', 'a', { verb: 'reply', opinion: '数据属实' });
  expect(matter.tasks).toEqual(['a: 乙*']);
  expect(matter.seatOf('乙', 'a').delegations).toMatchObject([{ byId: '乙', toId: '戊', opinion: '数据属实' }]);
  expect(matter.approve('a', '乙').standing.marking.status).toBe('completed');
});

const BY_FORM = [
  start('s'),
  draft('w'),
  task('a'),
  xor('x'),
  task('big'),
  task('small'),
  end('e'),
  flows('s>w', 'w>a', 'a>x', 'x>big?form.amount > 100', 'x>small?form.amount <= 100', 'big>e', 'small>e'),
];

test('15 a step without a field to fill in leaves the form as it is, and the next gateway finds it', async () => {
  const matter = (await Matter.of(BY_FORM)).submit('w', '甲', { form: { amount: 500 } }).approve('a');
  expect(matter.active).toEqual(['big']);
  expect(matter.standing.marking.variables['form']).toEqual({ amount: 500 });
  matter.return('big', '丙').submit('w', '甲', { form: { amount: 600 } });
  expect(matter.standing.marking.variables['form']).toEqual({ amount: 600 });
});

test('16 what is foreseen where a variable is unknown names the field, and nothing is thrown', async () => {
  const matter = await Matter.of(BY_FORM);
  const { workflow, standing, now } = matter;
  const foreseen = predict({ workflow, standing, seater: castSeater({ '*': ['乙'] }), now });
  expect(foreseen).toMatchObject({
    next: [{ nodeId: 'a' }],
    unknown: { nodeId: 'x', fields: ['amount'] },
    ends: false,
  });
  const filled = predict({ workflow, standing, seater: castSeater({ '*': ['乙'] }), now, form: { amount: 1 } });
  expect(filled).toMatchObject({ next: [{ nodeId: 'a' }, { nodeId: 'small' }], unknown: null, ends: true });
});

test('17 where no branch is true and none is the default there is an incident with its name, and a way on', async () => {
  const matter = (await Matter.of(BY_FORM)).submit('w', '甲', { form: { amount: null } });
  matter.approve('a');
  expect(matter.standing.marking).toMatchObject({ status: 'incident', active: ['x'] });
  const [incident] = matter.standing.marking.incidents ?? [];
  expect(incident).toMatchObject({ nodeId: 'x', code: 'condition-problem' });
  expect(matter.standing.sittings).toEqual([]);
  matter.event({ type: 'retry', nodeId: 'x', variables: { form: { amount: 7 } } });
  expect(matter.active).toEqual(['small']);
});

describe('18 a matter that is ended while its children run', () => {
  const several =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
  const late = `<bpmn:boundaryEvent id="late" attachedToRef="v" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
  const children = sub(
    'sp',
    several +
      start('is') +
      sign('v', 'sequence') +
      late +
      task('u') +
      end('ie') +
      end('if') +
      flows('is>v', 'v>ie', 'late>u', 'u>if'),
  );

  test.each([
    ['甲', { verb: 'cancel', reason: '不报了' }, 'cancelled'],
    ['管理员', { verb: 'terminate', reason: '重复报送' }, 'terminated'],
  ] as const)('by %s leaves none of their tasks, timers or seats', async (who, act, outcome) => {
    const matter = (
      await Matter.of([start('s'), draft('w'), children, end('e'), flows('s>w', 'w>sp', 'sp>e')], {
        cast: { v: ['乙', '丙'] },
      })
    ).submit('w');
    expect(matter.tasks).toHaveLength(3);
    matter.event({ type: 'timer', nodeId: 'late' }).doMatter(who, act);
    expect(matter.standing).toMatchObject({
      sittings: [],
      asides: [],
      marking: { status: 'completed', outcome, tokens: [] },
    });
    expect(matter.rows.waiting).toEqual([]);
    expect(matter.seats.every((each) => each.type === 'close' && each.how === 'cancelled')).toBe(true);
  });
});
