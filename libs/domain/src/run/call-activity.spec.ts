import {
  Run,
  activity,
  boundary,
  compiled,
  compiledFile,
  end,
  endWith,
  extended,
  flows,
  start,
  task,
  throwing,
  undoing,
} from '../../../../test/properties/engine/draw.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { calledOutside, linkCalled } from '../compile/link-called.js';

// BPMN 2.0.2 §10.3.6, §10.4.2, §13.3.4.

const caller = (call: string, ...rest: readonly string[]) => [
  start('s'),
  call,
  task('after'),
  flows('s>c', 'c>after'),
  ...rest,
];
const call = activity('callActivity', 'c', 'calledElement="other"');
const other = (inside: string): string => `<bpmn:process id="other" name="审核">${inside}</bpmn:process>`;
const review = other(start('os') + task('x') + end('oe') + flows('os>x', 'x>oe'));

describe('a call activity', () => {
  test('runs the called process of the file as a part of the instance, and goes on when it is over', async () => {
    const run = Run.from(await compiledFile(caller(call), review));
    expect([run.active, run.passed]).toEqual([['x'], ['s', 's-c', 'c', 'os', 'os-x', 'x']]);
    expect(run.complete('x').active).toEqual(['after']);
  });

  test('without mappings works on the variables of the caller', async () => {
    const run = Run.from(await compiledFile(caller(call), review), { 金额: 1 });
    expect(run.complete('x', { 金额: 2, 意见: '同意' }).marking.variables).toEqual({ 金额: 2, 意见: '同意' });
  });

  test('with mappings gives what is drawn, and takes back what is drawn', async () => {
    const mapped = extended(
      call,
      '<chengban:input from="form.金额" to="金额"/><chengban:output from="意见" to="审核意见"/>',
    );
    const run = Run.from(await compiledFile(caller(mapped), review), { form: { 金额: 7 } });
    expect(run.marking.scopes).toMatchObject([{ scope: 'other', data: { 金额: 7 } }]);
    run.complete('x', { 意见: '同意', 备注: '无' });
    expect(run.marking.variables).toEqual({ form: { 金额: 7 }, 审核意见: '同意' });
  });

  test('with mappings in only takes back what the called process wrote besides', async () => {
    const run = Run.from(await compiledFile(caller(extended(call, '<chengban:input from="7" to="金额"/>')), review));
    run.complete('x', { 金额: 8, 意见: '同意' });
    expect(run.marking.variables).toEqual({ 意见: '同意' });
  });

  test('is interrupted whole by an event on its border', async () => {
    const run = Run.from(
      await compiledFile(caller(call, boundary('late', 'c', ['timer']), task('urge'), flows('late>urge')), review),
    );
    expect(run.fire('late').done).toEqual(['task.cancel x', 'task.open urge']);
  });

  test('passes errors of the called process to its border', async () => {
    const failing = other(start('os') + endWith('bad', 'error') + flows('os>bad'));
    const run = Run.from(
      await compiledFile(caller(call, boundary('caught', 'c', ['error']), task('fix'), flows('caught>fix')), failing),
    );
    expect(run.active).toEqual(['fix']);
  });

  test('ends only the called process when that terminates', async () => {
    const run = Run.from(
      await compiledFile(
        caller(call),
        other(start('os') + task('x') + endWith('stop', 'terminate') + flows('os>x', 'x>stop')),
      ),
    );
    expect(run.complete('x').active).toEqual(['after']);
  });

  test('is undone by undoing what completed in the called process', async () => {
    const undoable =
      start('os') +
      task('x') +
      activity('userTask', 'undo', 'isForCompensation="true"') +
      undoing('x', 'undo') +
      flows('os>x');
    const run = Run.from(
      await compiledFile(
        [start('s'), call, throwing('back', 'compensation'), task('after'), flows('s>c', 'c>back', 'back>after')],
        other(undoable),
      ),
    );
    expect(run.complete('x').active).toEqual(['undo']);
    expect(run.complete('undo').active).toEqual(['after']);
  });

  test('of a process that calls itself ends when nothing calls any more', async () => {
    const again = other(
      start('os') +
        task('x') +
        '<bpmn:exclusiveGateway id="g" default="g-oe"/>' +
        activity('callActivity', 'deeper', 'calledElement="other"') +
        end('oe') +
        flows('os>x', 'x>g', 'g>deeper?深 = true', 'g>oe', 'deeper>oe'),
    );
    const run = Run.from(await compiledFile(caller(call), again));
    run.complete('x', { 深: true });
    expect([run.active, run.marking.scopes?.length]).toEqual([['x'], 2]);
    expect(run.complete('x', { 深: false }).active).toEqual(['after']);
  });

  test('of nothing that exists is an incident', async () => {
    const run = await Run.of(caller(activity('callActivity', 'c', 'calledElement="gone"')));
    expect(run.marking.incidents).toMatchObject([{ nodeId: 'c', code: 'no-called-flow' }]);
  });
});

describe('a call of another published flow', () => {
  const published = (): Promise<CompiledFlow> =>
    compiled(
      start('s'),
      task('x', 'chengban:returnTo="x"'),
      activity('userTask', 'undo', 'isForCompensation="true"'),
      undoing('x', 'undo'),
      boundary('late', 'x', ['timer']),
      end('e'),
      flows('s>x', 'x>e', 'late>e'),
    );
  const calling = (): Promise<CompiledFlow> =>
    compiled(...caller(activity('callActivity', 'c', 'calledElement="review"')));

  test('is known by its key, and bound to what is published then', async () => {
    const flow = await calling();
    expect(calledOutside(flow)).toEqual(['review']);
    const linked = linkCalled(flow, { review: await published() });
    if (!linked.ok) throw new Error(linked.error[0]?.message);
    const run = Run.from(linked.value);
    expect([run.active, run.marking.timers]).toMatchObject([['review/x'], [{ node: 'review/late' }]]);
    expect(run.complete('review/x').active).toEqual(['after']);
    expect(calledOutside(linked.value)).toEqual([]);
  });

  test('works for several levels and several calls of the same flow', async () => {
    const middle = linkCalled(await calling(), { review: await published() });
    if (!middle.ok) throw new Error('not linked');
    const top = linkCalled(
      await compiled(
        start('s'),
        activity('callActivity', 'c', 'calledElement="middle"'),
        activity('callActivity', 'd', 'calledElement="middle"'),
        end('e'),
        flows('s>c', 'c>d', 'd>e'),
      ),
      { middle: middle.value },
    );
    if (!top.ok) throw new Error('not linked');
    const run = Run.from(top.value);
    run.complete('middle/review/x').complete('middle/after');
    expect(run.active).toEqual(['middle/review/x']);
    run.complete('middle/review/x').complete('middle/after');
    expect(run.marking.status).toBe('completed');
  });

  test('decides by its own tables, whatever those of its caller are called', async () => {
    const table = (result: string): string =>
      `<chengban:decision key="route"><![CDATA[<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"><decision id="route" name="route"><literalExpression><text>"${result}"</text></literalExpression></decision></definitions>]]></chengban:decision>`;
    const deciding = (result: string, ...rest: readonly string[]): Promise<CompiledFlow> =>
      compiledFile(
        [
          start('s'),
          activity('businessRuleTask', 'decide', `chengban:decision="route" chengban:resultVariable="${result}"`),
          ...rest,
        ],
        `<bpmn:extensionElements>${table(result)}</bpmn:extensionElements>`,
      );
    const called = await deciding('乙', end('e'), flows('s>decide', 'decide>e'));
    const call = activity('callActivity', 'c', 'calledElement="other"');
    const calling = await deciding('甲', call, end('e'), flows('s>decide', 'decide>c', 'c>e'));
    const linked = linkCalled(calling, { other: called });
    if (!linked.ok) throw new Error('not linked');
    expect(Run.from(linked.value).marking).toMatchObject({ status: 'completed', variables: { 甲: '甲', 乙: '乙' } });
  });

  test('that is not published is a finding at the call', async () => {
    expect(linkCalled(await calling(), {})).toMatchObject({
      ok: false,
      error: [{ code: 'called-flow', at: { elementId: 'c' } }],
    });
  });
});

describe('a global task', () => {
  test('is called like a process, and is one task', async () => {
    const global = '<bpmn:globalUserTask id="other" name="签收"/>';
    const run = Run.from(await compiledFile(caller(call), global));
    expect(run.active).toEqual(['other.task']);
    expect(run.complete('other.task', { 签收人: '张三' }).marking).toMatchObject({
      active: ['after'],
      variables: { 签收人: '张三' },
    });
  });

  test('of scripts and rules works on the variables of its caller', async () => {
    const global = '<bpmn:globalScriptTask id="other" name="合计" script="sum(金额)" chengban:resultVariable="合计"/>';
    const run = Run.from(await compiledFile(caller(call), global), { 金额: [1, 2] });
    expect(run.marking).toMatchObject({ active: ['after'], variables: { 合计: 3 } });
  });

  test('of a kind that waits for nothing is over at once', async () => {
    const run = Run.from(await compiledFile(caller(call), '<bpmn:globalManualTask id="other" name="装订"/>'));
    expect(run.active).toEqual(['after']);
  });
});
