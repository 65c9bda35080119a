import { Run, activity, end, extended, flows, start, sub, task } from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.4.1, §10.4.2.

const object = (id: string, attributes: string): string => `<bpmn:dataObject id="${id}" ${attributes}/>`;

describe('data objects', () => {
  test('are variables, with their initial value from the start', async () => {
    const run = await Run.of([
      object('d1', 'name="轮次" chengban:initial="1"'),
      object('d2', 'name="下一轮" chengban:initial="轮次 + 1"'),
      object('d3', 'name="备注"'),
      start('s'),
      task('a'),
      flows('s>a'),
    ]);
    expect(run.marking.variables).toEqual({ 轮次: 1, 下一轮: 2, 备注: null });
  });

  test('keep what an instance is started with', async () => {
    const run = await Run.of([object('d1', 'name="轮次" chengban:initial="1"'), start('s'), task('a'), flows('s>a')], {
      轮次: 5,
    });
    expect(run.marking.variables).toEqual({ 轮次: 5 });
  });

  test('of a sub-process live as long as it does, and hide those of the same name outside', async () => {
    const inside =
      object('d', 'name="意见" chengban:initial="&quot;无&quot;"') +
      start('is') +
      task('x') +
      task('y') +
      flows('is>x', 'x>y');
    const run = await Run.of([start('s'), sub('sp', inside), task('after'), flows('s>sp', 'sp>after')], { 意见: '外' });
    run.complete('x', { 意见: '内', 结论: '同意' });
    expect(run.marking).toMatchObject({ scopes: [{ data: { 意见: '内' } }], variables: { 意见: '外', 结论: '同意' } });
    expect(run.complete('y').marking.variables).toEqual({ 意见: '外', 结论: '同意' });
  });
});

describe('mappings', () => {
  test('of the standard move data between objects and an activity', async () => {
    const script = `<bpmn:scriptTask id="m" chengban:resultVariable="页数">
      <bpmn:ioSpecification><bpmn:dataInput id="in" name="材料"/><bpmn:dataOutput id="out" name="页数"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>
      <bpmn:dataInputAssociation><bpmn:sourceRef>r1</bpmn:sourceRef><bpmn:targetRef>in</bpmn:targetRef></bpmn:dataInputAssociation>
      <bpmn:dataOutputAssociation><bpmn:sourceRef>out</bpmn:sourceRef><bpmn:targetRef>r2</bpmn:targetRef></bpmn:dataOutputAssociation>
      <bpmn:script>count(材料)</bpmn:script></bpmn:scriptTask>`;
    const run = await Run.of(
      [
        object('d1', 'name="附件"') + '<bpmn:dataObjectReference id="r1" dataObjectRef="d1"/>',
        object('d2', 'name="总页数"') + '<bpmn:dataObjectReference id="r2" dataObjectRef="d2"/>',
        start('s'),
        script,
        task('after'),
        flows('s>m', 'm>after'),
      ],
      { 附件: ['甲', '乙'] },
    );
    expect(run.marking.variables).toEqual({ 附件: ['甲', '乙'], 总页数: 2 });
  });

  test('into a task for people are seen there alone', async () => {
    const mapped = extended(activity('userTask', 'm'), '<chengban:input from="form.金额 * 2" to="限额"/>');
    const run = await Run.of([start('s'), mapped, task('after'), flows('s>m', 'm>after')], { form: { 金额: 3 } });
    expect(run.marking.tokens).toMatchObject([{ at: 'm', data: { 限额: 6 } }]);
    expect(run.complete('m').marking).toMatchObject({
      tokens: [{ id: 1, at: 'after' }],
      variables: { form: { 金额: 3 } },
    });
  });

  test('that cannot be worked out give nothing', async () => {
    const mapped = extended(activity('userTask', 'm'), '<chengban:output from="没有.这个" to="结果"/>');
    const run = await Run.of([start('s'), mapped, end('e'), flows('s>m', 'm>e')]);
    expect(run.complete('m', { 其他: 1 }).marking.variables).toEqual({ 结果: null });
  });

  test('out of a sub-process that cannot be worked out are tried again; the inside is not run again', async () => {
    const mapped = extended(
      sub('sp', start('is') + task('x') + flows('is>x')),
      '<chengban:output from="10 ** 位数" to="总量"/>',
    );
    const run = await Run.of([start('s'), mapped, task('after'), flows('s>sp', 'sp>after')]);
    run.complete('x', { 位数: 400 });
    expect(run.marking).toMatchObject({ active: ['sp'], incidents: [{ code: 'expression-problem', nodeId: 'sp' }] });
    run.retry('sp', { 位数: 1 });
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 总量: 10 } });
  });

  test('into and out of a sub-process see its inside', async () => {
    const inside = object('d', 'name="意见"') + start('is') + task('x') + flows('is>x');
    const mapped = extended(
      sub('sp', inside),
      '<chengban:input from="form.金额" to="金额"/><chengban:output from="意见" to="结论"/>',
    );
    const run = await Run.of([start('s'), mapped, task('after'), flows('s>sp', 'sp>after')], { form: { 金额: 3 } });
    expect(run.complete('x', { 意见: '同意', 金额: 4 }).marking.variables).toEqual({ form: { 金额: 3 }, 结论: '同意' });
  });
});
