import {
  Run,
  activity,
  beside,
  boundary,
  compiledFile,
  end,
  endWith,
  extended,
  flows,
  start,
  sub,
  task,
} from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.3.8, §13.3.7, table 10.30.

const expression = (element: string, text: string): string =>
  text === '' ? '' : `<bpmn:${element} xsi:type="bpmn:tFormalExpression"><![CDATA[${text}]]></bpmn:${element}>`;
const times = (count: string, attributes = '', until = '', inside = ''): string =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${expression('loopCardinality', count)}${inside}${expression('completionCondition', until)}</bpmn:multiInstanceLoopCharacteristics>`;
const each = (attributes: string, until = ''): string =>
  times('', `chengban:collection="单位" chengban:item="unitId" ${attributes}`, until);
const signing = (marker: string, ...rest: readonly string[]) => [
  start('s'),
  activity('userTask', 'm', '', marker),
  task('after'),
  flows('s>m', 'm>after'),
  ...rest,
];
const units = { 单位: ['甲', '乙', '丙'] };

describe('instances by number', () => {
  test('in parallel are open at once; the activity is over with the last', async () => {
    const run = await Run.of(signing(times('2 + 1')));
    expect(run.tokensAt('m')).toHaveLength(3);
    const [, second] = run.tokensAt('m');
    run.complete('m', {}, second);
    expect(run.effects).toContainEqual({ type: 'task.close', nodeId: 'm', token: second });
    expect(run.complete('m').active).toEqual(['m']);
    expect(run.complete('m').active).toEqual(['after']);
    expect(run.marking.tokens).toHaveLength(1);
  });

  test('in sequence come one after the other', async () => {
    const run = await Run.of(signing(times('2', 'isSequential="true"')));
    expect(run.tokensAt('m')).toHaveLength(1);
    expect(run.complete('m').done).toEqual(['task.close m', 'task.open m']);
    expect(run.complete('m').active).toEqual(['after']);
  });

  test('of which there are none are over at once', async () => {
    expect((await Run.of(signing(times('0')))).active).toEqual(['after']);
  });

  test.each(['-1', '1.5', '"三"', '1001', '份数'])(
    'that are no number of instances are an incident: %s',
    async (count) => {
      const run = await Run.of(signing(times(count)));
      expect(run.marking.incidents).toMatchObject([{ nodeId: 'm', code: 'bad-collection' }]);
    },
  );

  test('are tried again when the number is mended', async () => {
    const run = await Run.of(signing(times('份数')));
    run.retry('m', { 份数: 2 });
    expect(run.tokensAt('m')).toHaveLength(2);
    expect(run.marking.status).toBe('running');
  });
});

describe('an instance whose result cannot be worked out', () => {
  test('stays until it can be; the others go on', async () => {
    const results = 'chengban:output="总量" chengban:result="10 ** 位数"';
    const run = await Run.of(signing(each(results)), units);
    const [first, second, third] = run.tokensAt('m');
    run.complete('m', { 位数: 400 }, second);
    expect(run.marking.incidents).toMatchObject([{ code: 'expression-problem', token: second }]);
    run.retry('m', { 位数: 2 });
    expect(run.marking.status).toBe('running');
    run.complete('m', {}, first).complete('m', {}, third);
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 总量: [100, 100, 100] } });
  });
});

describe('instances by collection', () => {
  test('have an item each, and a number', async () => {
    const run = await Run.of(signing(each('')), units);
    expect(run.marking.tokens.slice(1).map(({ data }) => data)).toEqual([
      { loopCounter: 1, unitId: '甲' },
      { loopCounter: 2, unitId: '乙' },
      { loopCounter: 3, unitId: '丙' },
    ]);
  });

  test('gather their results in the order of the items, in whatever order they complete', async () => {
    const run = await Run.of(signing(each('chengban:output="意见表" chengban:result="意见"')), units);
    const [first, second, third] = run.tokensAt('m');
    run.complete('m', { 意见: '丙同意' }, third).complete('m', { 意见: '甲同意' }, first);
    run.complete('m', { 意见: '乙反对' }, second);
    expect(run.active).toEqual(['after']);
    expect(run.marking.variables['意见表']).toEqual(['甲同意', '乙反对', '丙同意']);
  });

  test('that is no list is an incident', async () => {
    const run = await Run.of(signing(each('')), { 单位: '甲' });
    expect(run.marking.incidents).toMatchObject([{ code: 'bad-collection' }]);
  });

  test('are fixed when the activity begins', async () => {
    const run = (await Run.of(signing(each('isSequential="true"')), units)).complete('m', { 单位: [] });
    expect(run.marking.tokens.at(-1)?.data).toEqual({ loopCounter: 2, unitId: '乙' });
  });

  test('map what they give once each, and the whole adds nothing', async () => {
    const run = await Run.of(
      [
        start('s'),
        extended(
          activity('userTask', 'm', '', each('isSequential="true"')),
          '<chengban:output from="意见" to="最后意见"/>',
        ),
        task('after'),
        flows('s>m', 'm>after'),
      ],
      { 单位: ['甲'] },
    );
    run.complete('m', { 意见: '同意' });
    expect(run.marking.variables).toEqual({ 单位: ['甲'], 最后意见: '同意' });
  });
});

describe('a completion condition', () => {
  test('ends the activity early and cancels what is open', async () => {
    const run = await Run.of(signing(times('3', '', 'numberOfCompletedInstances >= 2')));
    run.complete('m');
    expect(run.active).toEqual(['m']);
    run.complete('m');
    expect(run.active).toEqual(['after']);
    expect(run.done.map((text) => text.split(' ')[0])).toEqual(['task.close', 'task.cancel', 'task.open']);
  });

  test('can ask the counts of the standard and the results so far', async () => {
    const condition = 'numberOfInstances = 3 and numberOfActiveInstances = 1 and some v in 意见表 satisfies v = "反对"';
    const run = await Run.of(signing(each('chengban:output="意见表" chengban:result="意见"', condition)), units);
    run.complete('m', { 意见: '反对' });
    expect(run.active).toEqual(['m']);
    expect(run.complete('m', { 意见: '同意' }).active).toEqual(['after']);
  });

  test('that gives no answer rests with an incident', async () => {
    const run = (await Run.of(signing(times('2', '', '够了')))).complete('m');
    expect(run.marking.incidents).toMatchObject([{ nodeId: 'm', code: 'condition-problem' }]);
    expect(run.retry('m', { 够了: true }).active).toEqual(['after']);
  });
});

describe('a sub-process of several instances', () => {
  const inside = start('is') + task('x') + task('y') + end('ie') + flows('is>x', 'x>y', 'y>ie');

  test('runs each on its own, with the item visible inside', async () => {
    const run = await Run.of(
      [start('s'), sub('sp', each('') + inside), task('after'), flows('s>sp', 'sp>after')],
      units,
    );
    expect(run.tokensAt('x')).toHaveLength(3);
    run.complete('x', {}, run.tokensAt('x')[1]);
    expect([run.tokensAt('x'), run.tokensAt('y')]).toMatchObject([{ length: 2 }, { length: 1 }]);
    run.complete('x').complete('x').complete('y').complete('y').complete('y');
    expect(run.active).toEqual(['after']);
  });

  test('is interrupted as a whole from its border', async () => {
    const run = await Run.of(
      [
        start('s'),
        sub('sp', each('') + inside),
        boundary('late', 'sp', ['timer']),
        task('urge'),
        flows('s>sp', 'late>urge'),
      ],
      units,
    );
    expect(run.complete('x').fire('late').active).toEqual(['urge']);
    expect(run.marking.scopes).toBeUndefined();
  });

  test('is left as a whole by the error of one of them', async () => {
    const failing = start('is') + task('x') + endWith('bad', 'error') + flows('is>x', 'x>bad');
    const run = await Run.of(
      [
        start('s'),
        sub('sp', each('') + failing),
        boundary('caught', 'sp', ['error']),
        task('fix'),
        flows('s>sp', 'caught>fix'),
      ],
      units,
    );
    expect(run.complete('x').done).toEqual(['task.close x', 'task.cancel x', 'task.cancel x', 'task.open fix']);
    expect(run.marking).toMatchObject({ active: ['fix'], tokens: [{ at: 'fix' }] });
  });

  test('in which one terminates goes on with the others', async () => {
    const stopping = start('is') + task('x') + endWith('stop', 'terminate') + flows('is>x', 'x>stop');
    const run = await Run.of(
      [start('s'), sub('sp', each('') + stopping), task('after'), flows('s>sp', 'sp>after')],
      units,
    );
    run.complete('x');
    expect(run.tokensAt('x')).toHaveLength(2);
    expect(run.complete('x').complete('x').active).toEqual(['after']);
  });

  test('whose variables its steps change has them for itself', async () => {
    const own = '<bpmn:dataObject id="d" name="意见"/>';
    const run = await Run.of(
      [
        start('s'),
        sub(
          'sp',
          each('chengban:output="意见表" chengban:result="意见"') + own + start('is') + task('x') + flows('is>x'),
        ),
        task('after'),
        flows('s>sp', 'sp>after'),
      ],
      units,
    );
    for (const token of run.tokensAt('x').toReversed()) run.complete('x', { 意见: `${token}` }, token);
    expect(run.active).toEqual(['after']);
    expect(run.marking.variables).not.toHaveProperty('意见');
  });
});

describe('events that instances throw as they complete (table 10.30)', () => {
  const definition = '<bpmn:signalEventDefinition id="thrown" signalRef="S1"/>';
  const heard = (attributes: string, inside = '') =>
    signing(times('3', attributes, '', inside), beside('heard', 'm', ['signal']), task('told'), flows('heard>told'));
  const told = async (parts: readonly string[]): Promise<number> => {
    const run = Run.from(await compiledFile(parts, definition));
    run.complete('m').complete('m').complete('m');
    return run.tokensAt('told').length;
  };

  test.each([
    ['none', 'behavior="None" noneBehaviorEventRef="thrown"', '', 3],
    ['one', 'behavior="One" oneBehaviorEventRef="thrown"', '', 1],
    ['all', 'behavior="All"', '', 0],
    [
      'complex',
      'behavior="Complex"',
      `<bpmn:complexBehaviorDefinition id="rule"><bpmn:condition xsi:type="bpmn:tFormalExpression"><![CDATA[numberOfCompletedInstances = 2]]></bpmn:condition><bpmn:event xsi:type="bpmn:tImplicitThrowEvent" id="throws"><bpmn:signalEventDefinition id="inner" signalRef="S1"/></bpmn:event></bpmn:complexBehaviorDefinition>`,
      1,
    ],
  ])('%s', async (_name, attributes, inside, count) => {
    expect(await told(heard(attributes, inside))).toBe(count);
  });
});
