import {
  Run,
  activity,
  and,
  compiledFile,
  end,
  extended,
  flows,
  start,
  task,
} from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.3.3, §13.3.2, §13.3.3.

const with_ = (middle: string, ...rest: readonly string[]) => [
  start('s'),
  middle,
  task('after'),
  flows('s>m', 'm>after'),
  ...rest,
];

describe('a task', () => {
  test.each(['task', 'manualTask'])(
    'of the kind %s is work outside the system: passed, and remembered',
    async (type) => {
      const run = await Run.of(with_(activity(type, 'm')));
      expect(run.marking).toMatchObject({ active: ['after'], visited: ['s', 'm', 'after'] });
      expect(run.effects).toContainEqual({ type: 'done', nodeId: 'm' });
    },
  );

  test('for people waits until it is completed; its variables replace those of the same name', async () => {
    const run = await Run.of(with_(task('m')), { 金额: 1, 单位: '甲' });
    expect(run.effects).toContainEqual({ type: 'task.open', nodeId: 'm', token: 1 });
    run.complete('m', { 金额: 2 });
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 金额: 2, 单位: '甲' } });
  });
});

describe('a service task', () => {
  const job = activity('serviceTask', 'm', 'chengban:handler="archive"');

  test('asks for its handler with the variables, and goes on with what it answers', async () => {
    const run = await Run.of(with_(job), { 文号: 7 });
    expect(run.effects).toContainEqual({
      type: 'job.start',
      nodeId: 'm',
      token: 1,
      handler: 'archive',
      input: expect.objectContaining({ 文号: 7 }),
    });
    run.job('m', { kind: 'done', variables: { 归档号: 'A-7' } });
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 文号: 7, 归档号: 'A-7' } });
    expect(() => run.job('m', { kind: 'done', variables: {} })).toThrow('not-active');
  });

  test('is given only what is drawn for it', async () => {
    const run = await Run.of(with_(extended(job, '<chengban:input from="form.号 + 1" to="号"/>')), { form: { 号: 6 } });
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'job.start', input: { 号: 7 } }));
  });

  test('whose input cannot be worked out is not begun; it is once what was wrong is mended', async () => {
    const counted = extended(job, '<chengban:input from="10 ** 位数" to="总量"/>');
    const run = await Run.of(with_(counted), { 位数: 400 });
    expect(run.marking.incidents).toMatchObject([
      { code: 'expression-problem', message: '要交给“m”的“总量”算不出来：结果不是有限的数。' },
    ]);
    expect(run.effects.map(({ type }) => type)).not.toContain('job.start');
    run.retry('m', { 位数: 2 });
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'job.start', input: { 总量: 100 } }));
  });

  test('whose result cannot be worked out is not asked again: what it answered is kept and tried again', async () => {
    const counted = extended(job, '<chengban:output from="10 ** 位数" to="总量"/>');
    const run = await Run.of(with_(counted));
    run.job('m', { kind: 'done', variables: { 位数: 400 } });
    expect(run.marking.incidents).toMatchObject([
      { code: 'expression-problem', message: '“m”办完了，要留下的“总量”算不出来：结果不是有限的数。' },
    ]);
    expect(() => run.job('m', { kind: 'done', variables: {} })).toThrow('not-active');
    run.retry('m', { 位数: 3 });
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 总量: 1000 } });
    expect(run.effects.map(({ type }) => type)).not.toContain('job.start');
  });

  test('that fails for good rests with an incident; trying again asks anew, with what was mended', async () => {
    const run = await Run.of(with_(extended(job, '<chengban:input from="号" to="号"/>')), { 号: 1 });
    run.job('m', { kind: 'failed', message: '档案系统没有回应' });
    expect(run.marking).toMatchObject({ status: 'incident', active: ['m'], incidents: [{ code: 'job-failed' }] });
    expect(run.marking.incidents?.[0]?.message).toContain('档案系统没有回应');
    run.retry('m', { 号: 2 });
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'job.start', input: { 号: 2 } }));
    expect(run.job('m', { kind: 'done', variables: {} }).active).toEqual(['after']);
  });

  test('without a handler is an incident', async () => {
    const run = await Run.of(with_(activity('serviceTask', 'm')));
    expect(run.marking.incidents).toMatchObject([{ nodeId: 'm', code: 'no-handler' }]);
  });
});

describe('send and receive tasks', () => {
  test('whose message has not the key that is drawn rests, and sends when it is there', async () => {
    const run = await Run.of(with_(activity('sendTask', 'm', 'messageRef="M1" chengban:correlation="文号"')));
    expect(run.marking.incidents).toMatchObject([
      { code: 'expression-problem', message: '“m”要发的消息，关联值是空的。' },
    ]);
    expect(run.retry('m', { 文号: '甲' }).done).toEqual(['incident.resolved m', 'message.send m', 'task.open after']);
  });

  test('send a message with its key and go on', async () => {
    const send = activity('sendTask', 'm', 'messageRef="M1" chengban:correlation="文号"');
    const run = await Run.of(with_(extended(send, '<chengban:input from="标题" to="标题"/>')), {
      文号: 7,
      标题: '请示',
    });
    expect(run.effects).toContainEqual({
      type: 'message.send',
      nodeId: 'm',
      name: '来文',
      key: '7',
      variables: { 标题: '请示' },
    });
    expect(run.active).toEqual(['after']);
  });

  test('wait for a message, and keep what the drawing takes of it', async () => {
    const receive = activity('receiveTask', 'm', 'messageRef="M1" chengban:correlation="文号"');
    const run = await Run.of(with_(extended(receive, '<chengban:output from="答复.意见" to="意见"/>')), { 文号: 7 });
    expect(() => run.message('来文', {}, '8')).toThrow('nobody-waits');
    run.message('来文', { 答复: { 意见: '同意', 页数: 3 } }, '7');
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 文号: 7, 意见: '同意' } });
    expect(run.marking.variables).not.toHaveProperty('答复');
  });
});

describe('a script task', () => {
  const script = (text: string, attributes = '') =>
    activity('scriptTask', 'm', attributes, `<bpmn:script>${text}</bpmn:script>`);

  test('calculates in FEEL into its variable', async () => {
    const run = await Run.of(with_(script('sum(金额)', 'chengban:resultVariable="合计"')), { 金额: [1, 2, 3] });
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 合计: 6 } });
  });

  test('without a variable gives the members of its context', async () => {
    const run = await Run.of(with_(script('{甲: 1, 乙: 甲 + 1}')));
    expect(run.marking.variables).toEqual({ 甲: 1, 乙: 2 });
  });

  test('that cannot be read rests with an incident', async () => {
    const run = await Run.of(with_(script('1 +', 'chengban:resultVariable="合计"')));
    expect(run.marking.incidents).toMatchObject([{ nodeId: 'm', code: 'expression-problem' }]);
  });
});

describe('a business rule task', () => {
  const table = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
    <decision id="route" name="route"><decisionTable hitPolicy="FIRST">
      <input id="i"><inputExpression id="ie" typeRef="number"><text>金额</text></inputExpression></input>
      <output id="o" name="路径" typeRef="string"/>
      <rule id="r1"><inputEntry id="e1"><text>&lt; 100</text></inputEntry><outputEntry id="o1"><text>"简易"</text></outputEntry></rule>
      <rule id="r2"><inputEntry id="e2"><text>-</text></inputEntry><outputEntry id="o2"><text>"普通"</text></outputEntry></rule>
    </decisionTable></decision></definitions>`;
  const file = (attributes: string) =>
    compiledFile(
      with_(activity('businessRuleTask', 'm', attributes)),
      `<bpmn:extensionElements><chengban:decision key="route"><![CDATA[${table}]]></chengban:decision></bpmn:extensionElements>`,
    );

  test.each([
    [50, '简易'],
    [500, '普通'],
  ])('decides by its table (DMN 1.5 §8): %d', async (amount, route) => {
    const run = Run.from(await file('chengban:decision="route" chengban:resultVariable="路径"'), { 金额: amount });
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 路径: route } });
  });

  test('without its table is an incident', async () => {
    const run = Run.from(await file('chengban:decision="gone" chengban:resultVariable="路径"'), { 金额: 1 });
    expect(run.marking.incidents).toMatchObject([{ nodeId: 'm', code: 'expression-problem' }]);
  });
});

describe('flows out of an activity', () => {
  test('without conditions all get a token (§13.3.1)', async () => {
    const run = await Run.of([start('s'), task('m'), task('a'), task('b'), flows('s>m', 'm>a', 'm>b')]);
    expect(run.complete('m').active).toEqual(['a', 'b']);
  });

  const conditional = (fallback: string) => [
    start('s'),
    activity('userTask', 'm', fallback),
    task('a'),
    task('b'),
    task('c'),
    flows('s>m', 'm>a?金额 > 10', 'm>b?金额 > 100', 'm>c?急 = true'),
  ];

  test('with conditions get one where it holds; the default where none does', async () => {
    const both = (await Run.of(conditional(''))).complete('m', { 金额: 200, 急: false });
    expect(both.active).toEqual(['a', 'b']);
    const none = (await Run.of(conditional('default="m-c"'))).complete('m', { 金额: 1 });
    expect(none.active).toEqual(['c']);
  });

  test('of which none can be taken are an incident; the task is done, only its way out is open', async () => {
    const run = (await Run.of(conditional(''))).complete('m', { 金额: 1, 急: false });
    expect(run.marking).toMatchObject({ active: ['m'], incidents: [{ code: 'no-branch-true' }] });
    expect(() => run.complete('m')).toThrow('not-active');
    expect(run.retry('m', { 急: true }).active).toEqual(['c']);
  });
});

describe('quantities (table 10.3)', () => {
  test('an activity that needs two tokens begins when two have come, on whatever flows', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      activity('userTask', 'm', 'startQuantity="2"'),
      end('e'),
      flows('s>p', 'p>a', 'p>b', 'a>m', 'b>m', 'm>e'),
    ]);
    expect(run.complete('a').active).toEqual(['b']);
    expect(run.complete('b').active).toEqual(['m']);
    expect(run.marking.tokens).toHaveLength(1);
    expect(run.complete('m').marking.status).toBe('completed');
  });

  test('an activity that leaves two tokens sends two on each flow', async () => {
    const run = await Run.of([
      start('s'),
      activity('userTask', 'm', 'completionQuantity="2"'),
      task('a'),
      flows('s>m', 'm>a'),
    ]);
    run.complete('m');
    expect(run.tokensAt('a')).toHaveLength(2);
  });

  test('also where the activity waits for nothing', async () => {
    const run = await Run.of([
      start('s'),
      activity('task', 'm', 'completionQuantity="3"'),
      activity('task', 'n', 'startQuantity="2"'),
      task('a'),
      flows('s>m', 'm>n', 'n>a'),
    ]);
    expect(run.tokensAt('a')).toHaveLength(1);
    expect(run.marking.tokens.filter((token) => token.idle)).toMatchObject([{ at: 'n', via: 'm-n' }]);
  });
});
