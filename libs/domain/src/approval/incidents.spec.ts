import {
  Run,
  boundary,
  compiled,
  draft,
  end,
  flows,
  start,
  task,
  xor,
} from '../../../../test/properties/engine/draw.js';
import { loadWorkflow } from '../run/workflow.js';
import type { IncidentCode, JobResult } from '../run/marking.js';
import type { JsonObject } from '../shared/json.js';
import { runScenario } from './run-scenario.js';

const FAILED: JobResult = { kind: 'failed', message: '短信网关不通' };
const mail = '<bpmn:serviceTask id="x" name="发通知" chengban:handler="notify"/>';
const after = [task('z'), end('e')];
const line = flows('s>x', 'x>z', 'z>e');

interface Planted {
  readonly code: IncidentCode;
  readonly drawing: readonly string[];
  /** variables that were missing */
  readonly mended: JsonObject;
  readonly fails?: JobResult;
  /** what a person reads of the cause */
  readonly says: string;
}

const planted: readonly Planted[] = [
  {
    code: 'no-branch-true',
    drawing: [start('s'), xor('x'), ...after, flows('s>x', 'x>z?form.a = 1', 'z>e')],
    mended: { form: { a: 1 } },
    says: '没有一个条件成立',
  },
  {
    code: 'condition-problem',
    drawing: [start('s'), xor('x', 'x-f'), ...after, end('f'), flows('s>x', 'x>z?form.a > 1', 'x>f', 'z>e')],
    mended: { form: { a: 2 } },
    says: '条件算不出来',
  },
  {
    code: 'bad-collection',
    drawing: [
      start('s'),
      '<bpmn:callActivity id="x" name="分办" calledElement="none"><bpmn:multiInstanceLoopCharacteristics chengban:collection="form.units"/></bpmn:callActivity>',
      ...after,
      line,
    ],
    mended: { form: { units: [] } },
    says: '要分给几份算不出来',
  },
  {
    code: 'job-failed',
    drawing: [start('s'), mail, ...after, line],
    mended: {},
    fails: FAILED,
    says: '“发通知”没有办成：短信网关不通',
  },
];

const WITHOUT_CURE_BY_RETRY: readonly [IncidentCode, string, string][] = [
  ['no-handler', '<bpmn:serviceTask id="x" name="发通知"/>', '没有写由哪个程序办理'],
  ['no-called-flow', '<bpmn:callActivity id="x" name="子办理" calledElement="none"/>', '调用的流程“none”不存在'],
  [
    'expression-problem',
    '<bpmn:scriptTask id="x" name="算期限"><bpmn:script>1 +</bpmn:script></bpmn:scriptTask>',
    '算不出来',
  ],
  ['expression-problem', '<bpmn:businessRuleTask id="x" name="定路径" chengban:decision="none"/>', '得不出结果'],
];

const plain = (text: string | undefined): boolean => /[\u4e00-\u9fff].*。$/u.test(text ?? '');

describe('an incident', () => {
  test.each(planted.map((each) => [each.code, each] as const))(
    '%s keeps the token where it is, and goes when it is mended and tried again',
    async (code, { drawing, mended, fails, says }) => {
      const run = await Run.of(drawing);
      if (fails !== undefined) run.job('x', fails);
      const [found] = run.marking.incidents ?? [];
      expect(run.marking).toMatchObject({ status: 'incident', active: ['x'] });
      expect(found).toMatchObject({ nodeId: 'x', code });
      expect(found?.message).toContain(says);
      expect([plain(found?.message), plain(found?.cure)]).toEqual([true, true]);
      run.retry('x', mended);
      if (fails !== undefined) run.job('x', { kind: 'done', variables: {} });
      expect(run.marking).toMatchObject({ status: 'running', active: ['z'] });
      expect(run.marking.incidents).toBeUndefined();
    },
  );

  test.each(WITHOUT_CURE_BY_RETRY)(
    '%s that only the drawing can mend is one again after every try',
    async (code, x, says) => {
      const run = await Run.of([start('s'), x, ...after, line]);
      for (let tried = 0; tried < 3; tried += 1) {
        const found = run.marking.incidents ?? [];
        expect(found).toMatchObject([{ nodeId: 'x', code }]);
        expect(found[0]?.message).toContain(says);
        expect([plain(found[0]?.message), plain(found[0]?.cure)]).toEqual([true, true]);
        run.retry('x');
      }
      expect(run.on({ type: 'terminate', outcome: 'cancelled' }).marking).toMatchObject({ status: 'completed' });
    },
  );

  test('of a deadline beside a job lets the job answer', async () => {
    const run = await Run.of([
      start('s'),
      mail,
      boundary('late', 'x', ['timer:form.期限']),
      end('f'),
      ...after,
      line,
      flows('late>f'),
    ]);
    expect(run.marking.incidents).toMatchObject([{ code: 'bad-timer' }]);
    run.job('x', { kind: 'done', variables: {} });
    expect(run.marking).toMatchObject({ status: 'running', active: ['z'] });
  });

  test('of a deadline and of the job beside it are both tried again at once', async () => {
    const run = await Run.of([
      start('s'),
      mail,
      boundary('late', 'x', ['timer:form.期限']),
      end('f'),
      ...after,
      line,
      flows('late>f'),
    ]);
    run.job('x', FAILED);
    expect(run.marking.incidents?.map(({ code }) => code)).toEqual(['bad-timer', 'job-failed']);
    run.retry('x', { form: { 期限: 'P3D' } });
    expect(run.marking).toMatchObject({ status: 'running', timers: [{ node: 'late' }] });
    expect(run.done).toEqual(expect.arrayContaining(['timer.start late', 'job.start x']));
  });

  test('is expected and mended by a scenario; one at each of several seats is told by its item', async () => {
    const each = `<bpmn:serviceTask id="x" name="发通知" chengban:handler="notify"><bpmn:multiInstanceLoopCharacteristics chengban:collection="form.units" chengban:item="unit"/></bpmn:serviceTask>`;
    const workflow = loadWorkflow(
      await compiled(start('s'), draft('w'), each, task('z'), end('e'), flows('s>w', 'w>x', 'x>z', 'z>e')),
    );
    const { problems } = runScenario(workflow, {
      name: '补发',
      steps: [
        { do: 'submit', at: 'w', form: { units: ['公安局', '水利局'] }, then: ['x', 'x'] },
        { do: 'job', at: 'x', for: '公安局', failed: '没有联系人', incident: 'job-failed', then: ['x', 'x'] },
        { do: 'job', at: 'x', for: '水利局', failed: '没有联系人', incident: 'job-failed' },
        { do: 'retry', at: 'x', for: '水利局' },
        { do: 'job', at: 'x', for: '公安局', refused: 'not-active' },
        { do: 'job', at: 'x', for: '水利局', then: ['x'] },
        { do: 'retry', at: 'x', for: '公安局' },
        { do: 'job', at: 'x', then: ['z'] },
      ],
    });
    expect(problems).toEqual([]);
  });
});
