import {
  activity,
  and,
  beside,
  boundary,
  catching,
  compiled,
  draft,
  end,
  endWith,
  eventSub,
  flows,
  gateway,
  or,
  start,
  startOn,
  sub,
  task,
  throwing,
  undoing,
  xor,
} from '../../../../test/properties/engine/draw.js';
import { explainFlow } from './explain-flow.js';

const told = async (...parts: readonly string[]) => explainFlow(await compiled(...parts));

/** What is said of one node. */
const saidOf = async (id: string, ...parts: readonly string[]): Promise<string> =>
  (await told(...parts)).find((each) => each.nodeId === id)?.sentences.join('') ?? '';

describe('the order of telling', () => {
  test('puts what leads somewhere before where it leads, ways back aside, and each branch in one piece', async () => {
    const steps = await told(
      start('s'),
      end('e'),
      task('c'),
      xor('x', 'x-w'),
      draft('w'),
      and('p'),
      task('a'),
      task('b'),
      and('j'),
      flows('s>w', 'w>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>c', 'c>x', 'x>e?verdict = "approve"', 'x>w'),
    );
    expect(steps.map((each) => each.nodeId)).toEqual(['s', 'w', 'p', 'a', 'b', 'j', 'c', 'x', 'e']);
  });

  test('tells an activity with its inside, then what may happen to it, and event sub-processes last', async () => {
    const steps = await told(
      start('s'),
      eventSub('off', startOn('called', ['message']) + end('ef') + flows('called>ef')),
      sub('sp', start('is') + task('r') + end('ie') + flows('is>r', 'r>ie')),
      boundary('late', 'sp', ['timer:P1D']),
      task('chief'),
      task('after'),
      end('e'),
      flows('s>sp', 'sp>after', 'after>e', 'late>chief', 'chief>e'),
    );
    expect(steps.map(({ nodeId, depth }) => `${depth} ${nodeId}`)).toEqual([
      '0 s',
      '0 sp',
      '1 is',
      '1 r',
      '1 ie',
      '0 late',
      '0 chief',
      '0 after',
      '0 e',
      '0 off',
      '1 called',
      '1 ef',
    ]);
  });

  test('holds for a line of thousands of steps', async () => {
    const ids = Array.from({ length: 2_000 }, (_, at) => `t${at}`);
    const lines = ids.slice(1).map((id, at) => `${ids[at]}>${id}`);
    const steps = await told(start('s'), ...ids.map((id) => task(id)), end('e'), flows('s>t0', ...lines, 't1999>e'));
    expect(steps.map((each) => each.nodeId)).toEqual(['s', ...ids, 'e']);
  });
});

describe('a return', () => {
  const reviewed = [start('s'), draft('w'), task('r'), xor('x', 'x-w'), end('e')];

  test('is told with the draft that the drawing leads to', async () => {
    const said = await saidOf('r', ...reviewed, flows('s>w', 'w>r', 'r>x', 'x>e?verdict = "approve"', 'x>w'));
    expect(said).toContain('可以退回，退回后到“w”');
  });

  test('is told with the node that the task names, or as going to the draft last passed', async () => {
    const line = flows('s>w', 'w>r', 'r>e');
    expect(await saidOf('r', start('s'), draft('w'), task('r', 'chengban:returnTo="w"'), end('e'), line)).toContain(
      '可以退回到“w”',
    );
    expect(await saidOf('r', start('s'), draft('w'), task('r'), end('e'), line)).toContain('可以退回给最近的填报环节');
  });

  test('is told to be none in an event sub-process', async () => {
    const off = eventSub('off', startOn('called', ['message']) + task('r') + end('ef') + flows('called>r', 'r>ef'));
    expect(await saidOf('r', start('s'), draft('w'), end('e'), off, flows('s>w', 'w>e'))).toContain('不能退回');
  });
});

const line = flows('s>x', 'x>e');

test.each<[string, readonly string[], string]>([
  ['an escalation', [start('s'), throwing('x', 'escalation'), end('e'), line], '“x”向上一级报告“urge”，然后到“e”。'],
  ['a signal', [start('s'), catching('x', ['signal']), end('e'), line], '“x”在这里等，收到信号“放行”后到“e”。'],
  ['a condition', [start('s'), catching('x', ['conditional:form.a > 1']), end('e'), line], '满足 form.a > 1 后到“e”。'],
  [
    'a cycle beside the work',
    [start('s'), task('w'), beside('x', 'w', ['timer:R3/P3BD']), end('e'), end('f'), flows('s>w', 'w>e', 'x>f')],
    '“w”没办完期间，每 3 个工作日一次，共 3 次，原来的办理不停，另外到“f”。',
  ],
  [
    'a terminate end',
    [start('s'), endWith('x', 'terminate'), flows('s>x')],
    '“x”结束，正在办的其他事项全部停下，结果记为“通过”。',
  ],
  [
    'a service',
    [start('s'), activity('serviceTask', 'x', 'chengban:handler="notify"'), end('e'), line],
    '由系统自动办理（发送站内消息），办成后到“e”。',
  ],
  [
    'an inclusive gateway',
    [start('s'), or('x', 'x-b'), task('a'), task('b'), end('e'), flows('s>x', 'x>a?form.a = 1', 'x>b', 'a>e', 'b>e')],
    '“x”满足条件的都办：满足 form.a = 1 时到“a”；其他情况到“b”。',
  ],
  [
    'an event-based gateway',
    [
      start('s'),
      gateway('eventBased', 'x'),
      catching('a', ['message:M1']),
      catching('b', ['timer:P2D']),
      end('e'),
      flows('s>x', 'x>a', 'x>b', 'a>e', 'b>e'),
    ],
    '“x”看哪件事先发生：收到消息“来文”走“a”；过了 2 天走“b”，其余的不再等。',
  ],
  [
    'several instances that one return ends',
    [
      start('s'),
      activity(
        'userTask',
        'x',
        '',
        '<bpmn:multiInstanceLoopCharacteristics chengban:collection="form.units"><bpmn:completionCondition>verdict = "return"</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>',
      ),
      end('e'),
      line,
    ],
    '“x”给 form.units 里的每一项各办一份，同时进行，审核退回时就往下走，没办完的撤销。',
  ],
])('%s is told in plain words', async (_what, drawing, words) => {
  expect(await saidOf('x', ...drawing)).toContain(words);
});

test('compensation is told with what undoes what', async () => {
  const drawing = [
    start('s'),
    task('a'),
    undoing('a', 'back'),
    task('back', 'isForCompensation="true"'),
    end('e'),
    flows('s>a', 'a>e'),
  ];
  const steps = await told(...drawing);
  const words = steps.map((each) => each.sentences.join('')).join('');
  expect(words).toContain('“a”办完之后如果需要撤销，由“back”来撤销。');
});
