import { Run, activity, boundary, end, flows, start, sub, task } from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.3.8, §13.3.6.

const loop = (condition: string, attributes = ''): string =>
  `<bpmn:standardLoopCharacteristics ${attributes}>${condition === '' ? '' : `<bpmn:loopCondition xsi:type="bpmn:tFormalExpression"><![CDATA[${condition}]]></bpmn:loopCondition>`}</bpmn:standardLoopCharacteristics>`;
const looping = (marker: string, ...rest: readonly string[]) => [
  start('s'),
  activity('userTask', 'm', '', marker),
  task('after'),
  flows('s>m', 'm>after'),
  ...rest,
];

describe('a standard loop', () => {
  test('runs once, then again while its condition holds', async () => {
    const run = await Run.of(looping(loop('补正 = true')));
    expect(run.complete('m', { 补正: true }).done).toEqual(['task.close m', 'task.open m']);
    expect(run.complete('m', { 补正: false }).active).toEqual(['after']);
  });

  test('that tests before does not run at all where the condition does not hold', async () => {
    const parts = looping(loop('补正 = true', 'testBefore="true"'));
    expect((await Run.of(parts, { 补正: false })).active).toEqual(['after']);
    expect((await Run.of(parts, { 补正: true })).active).toEqual(['m']);
  });

  test('ends at its maximum, whatever the condition says', async () => {
    const run = await Run.of(looping(loop('true', 'loopMaximum="2"')));
    expect(run.complete('m').active).toEqual(['m']);
    expect(run.complete('m').active).toEqual(['after']);
  });

  test('counts its rounds for the condition', async () => {
    const run = await Run.of(looping(loop('loopCounter < 3')));
    run.complete('m').complete('m');
    expect(run.active).toEqual(['m']);
    expect(run.complete('m').active).toEqual(['after']);
  });

  test('around a sub-process runs the whole of it each time', async () => {
    const inside = loop('补正 = true') + start('is') + task('x') + task('y') + end('ie') + flows('is>x', 'x>y', 'y>ie');
    const run = await Run.of([start('s'), sub('sp', inside), task('after'), flows('s>sp', 'sp>after')]);
    expect(run.complete('x').complete('y', { 补正: true }).active).toEqual(['x']);
    expect(run.complete('x').complete('y', { 补正: false }).active).toEqual(['after']);
  });

  test('is interrupted as a whole, and its timer runs over all rounds', async () => {
    const run = await Run.of(looping(loop('true'), boundary('late', 'm', ['timer']), task('urge'), flows('late>urge')));
    const timers = run.marking.timers;
    run.complete('m').complete('m');
    expect(run.marking.timers).toEqual(timers);
    expect(run.fire('late').active).toEqual(['urge']);
    expect(run.marking.tokens).toHaveLength(1);
  });

  test('with a condition that gives no answer rests with an incident', async () => {
    const run = (await Run.of(looping(loop('补正')))).complete('m');
    expect(run.marking.incidents).toMatchObject([{ nodeId: 'm', code: 'condition-problem' }]);
    expect(run.retry('m', { 补正: false }).active).toEqual(['after']);
  });
});
