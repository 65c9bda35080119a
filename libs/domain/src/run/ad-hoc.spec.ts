import { Run, boundary, end, flows, start, task } from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.3.5, §13.3.5.

const adHoc = (inside: string, attributes = '', until = ''): string =>
  `<bpmn:adHocSubProcess id="sp" name="准备材料" ${attributes}>${inside}${until === '' ? '' : `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression"><![CDATA[${until}]]></bpmn:completionCondition>`}</bpmn:adHocSubProcess>`;
const around = (...parts: readonly string[]) => [start('s'), ...parts, task('after'), flows('s>sp', 'sp>after')];
const three = task('a') + task('b') + task('c');

describe('an ad-hoc sub-process', () => {
  test('offers its activities at once, in any order, and is over when all are done', async () => {
    const run = await Run.of(around(adHoc(three)));
    expect(run.active.toSorted()).toEqual(['a', 'b', 'c']);
    expect(run.complete('c').complete('a').complete('b').active).toEqual(['after']);
  });

  test('in sequence offers one after the other', async () => {
    const run = await Run.of(around(adHoc(three, 'ordering="Sequential"')));
    expect(run.active).toEqual(['a']);
    expect(run.complete('a').active).toEqual(['b']);
    expect(run.complete('b').complete('c').active).toEqual(['after']);
  });

  test('is over as soon as its completion condition holds, and cancels what is open', async () => {
    const run = await Run.of(around(adHoc(three, '', '齐了 = true')), { 齐了: false });
    expect(run.complete('a').active.toSorted()).toEqual(['b', 'c']);
    run.complete('b', { 齐了: true });
    expect(run.done).toEqual(['task.close b', 'task.cancel c', 'task.open after']);
  });

  test('lets what is open be finished where the drawing says so', async () => {
    const run = await Run.of(around(adHoc(three, 'cancelRemainingInstances="false"', '齐了 = true')));
    expect(run.complete('a', { 齐了: true }).active.toSorted()).toEqual(['b', 'c']);
    expect(run.complete('b').complete('c').active).toEqual(['after']);
  });

  test('offers everything again when all is done and the condition does not hold', async () => {
    const run = await Run.of(around(adHoc(task('a') + task('b'), '', '齐了 = true')), { 齐了: false });
    expect(run.complete('a').complete('b').active.toSorted()).toEqual(['a', 'b']);
    expect(run.complete('a', { 齐了: true }).active).toEqual(['after']);
  });

  test('follows the flows that are drawn inside', async () => {
    const run = await Run.of(around(adHoc(three + flows('a>b'))));
    expect(run.active.toSorted()).toEqual(['a', 'c']);
    expect(run.complete('c').complete('a').active).toEqual(['b']);
    expect(run.complete('b').active).toEqual(['after']);
  });

  test('with a condition that gives no answer rests with an incident, while the rest goes on', async () => {
    const run = await Run.of(around(adHoc(three, '', '齐了')));
    run.complete('a');
    expect(run.marking.incidents).toMatchObject([{ nodeId: 'sp', code: 'condition-problem' }]);
    expect(run.active).toEqual(['sp', 'b', 'c']);
    expect(run.retry('sp', { 齐了: true }).active).toEqual(['after']);
  });

  test('is interrupted from its border', async () => {
    const run = await Run.of([
      ...around(adHoc(three), boundary('late', 'sp', ['timer']), task('urge'), end('e')),
      flows('late>urge', 'urge>e'),
    ]);
    expect(run.fire('late').active).toEqual(['urge']);
  });
});
