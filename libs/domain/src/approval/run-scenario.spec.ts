import { readFileSync } from 'node:fs';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { compileFlow } from '../compile/compile-flow.js';
import { loadWorkflow } from '../run/workflow.js';
import type { Workflow } from '../run/workflow.js';
import type { Json } from '../shared/json.js';
import { compiled, draft, end, flows, start, task } from '../../../../test/properties/engine/draw.js';
import { readScenarios } from './read-scenarios.js';
import { runScenario } from './run-scenario.js';
import { coverageOf } from './scenario-coverage.js';

async function shipped(name: string): Promise<Workflow> {
  const file = new URL(`../../../../workflows/${name}/workflow.bpmn`, import.meta.url);
  const model = await readBpmn(readFileSync(file, 'utf8'));
  const flow = model.ok ? compileFlow(model.value) : model;
  if (!flow.ok) throw new Error(JSON.stringify(flow.error));
  return loadWorkflow(flow.value);
}

interface Script {
  readonly [key: string]: Json;
}

function playOn(workflow: Workflow, script: Script) {
  const { scenarios, problems } = readScenarios(script);
  const [only] = scenarios;
  if (only === undefined) throw new Error(problems.join());
  return runScenario(workflow, only);
}

const play = async (name: string, script: Script) => playOn(await shipped(name), script);

const drawn = async (...parts: readonly string[]): Promise<Workflow> => loadWorkflow(await compiled(...parts));

const SIGNING = [
  start('s'),
  draft('draft'),
  `<bpmn:userTask id="sign" name="会签"><bpmn:multiInstanceLoopCharacteristics chengban:collection="split(form.partners, &quot;、&quot;)" chengban:item="partner"/></bpmn:userTask>`,
  task('review'),
  end('e'),
  flows('s>draft', 'draft>sign', 'sign>review', 'review>e'),
];

describe('a scenario that does not come out', () => {
  test.each([
    ['stands elsewhere', { at: 'draft', do: 'submit', then: ['review'] }, '第 1 步：应当停在 review，实际停在 已报送'],
    ['acts where nothing waits', { at: 'review', do: 'approve' }, 'not-active'],
    ['is not refused', { at: 'draft', do: 'submit', refused: 'held-by-another' }, '却办成了'],
    ['is refused for another reason', { at: 'review', do: 'approve', refused: 'held-by-another' }, '实际是 not-active'],
    ['has no incident', { at: 'draft', do: 'submit', incident: 'job-failed' }, '应当出现异常 job-failed'],
    ['sends nothing', { at: 'draft', do: 'submit', sends: ['通知'] }, '发出的消息应当是 通知，实际是 没有'],
    ['fires nothing', { wait: 'P1D', fires: ['late'] }, '定时器应当是 late，实际是 没有'],
  ])('because it %s, says which step and what happened instead', async (_what, step, words) => {
    const { passed, problems } = await play('stage-result', { steps: [step] });
    expect(passed).toBe(false);
    expect(problems.join()).toContain(words);
  });

  test('says how it should have ended, and what it should have passed', async () => {
    const { problems } = await play('stage-result', { steps: [], ends: 'accepted', passes: ['review'] });
    expect(problems).toEqual(['应当以“accepted”结束，实际没有结束', '应当经过“review”，没有经过']);
  });

  test('fails on an incident that it does not expect', async () => {
    const { problems } = playOn(await drawn(...SIGNING), { steps: [{ at: 'draft', do: 'submit', form: {} }] });
    expect(problems.join()).toContain('出现了没有预料的异常（bad-collection）');
  });
});

describe('the clock of a scenario', () => {
  test('moves only when it is told to, and prints when what fired', async () => {
    const { trace, problems } = await play('supervision', {
      starts: '2024-09-27T09:00',
      steps: [{ wait: 'P20D', fires: ['remind', 'remind', 'remind', 'overdue'] }],
    });
    expect(problems).toEqual([]);
    const said = trace.map(({ at, text }) => `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)} ${text}`);
    expect(said).toEqual(
      expect.arrayContaining([
        '2024-10-09T00:00 “每 3 个工作日”到时间 → 整改并报送、发催办通知',
        '2024-10-09T00:00 自动办理：“发催办通知”交给 发送站内消息',
        '2024-10-12T00:00 “每 3 个工作日”到时间 → 整改并报送、发催办通知（2 处）',
        '2024-10-17T00:00 “满 10 个工作日”到时间 → 下发督办单、整改并报送、发催办通知（3 处）',
        '2024-10-17T09:00 过了 20 天 → 下发督办单、整改并报送、发催办通知（3 处）',
      ]),
    );
  });

  test('stops at a script whose timers never come to an end', async () => {
    const tick = `<bpmn:boundaryEvent id="tick" attachedToRef="w" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
    const workflow = await drawn(start('s'), draft('w'), tick, end('e'), end('f'), flows('s>w', 'w>e', 'tick>f'));
    const { problems } = playOn(workflow, { steps: [{ until: '9000-01-01' }] });
    expect(problems.join()).toContain('too-many-timers');
  });
});

test('several tasks at a node are told apart by their item or their number', async () => {
  const { problems } = playOn(await drawn(...SIGNING), {
    steps: [
      { at: 'draft', do: 'submit', as: '甲', form: { partners: '公安局、水利局、住建局' } },
      { at: 'sign', do: 'approve', as: '乙', for: '财政局', refused: 'several-tasks' },
      { at: 'sign', for: '住建局', do: 'claim', as: '丙' },
      { at: 'sign', for: '水利局', do: 'approve', as: '乙', then: ['sign', 'sign'] },
      { at: 'sign', for: 2, do: 'approve', as: '乙', refused: 'held-by-another' },
      { at: 'sign', for: 1, do: 'approve', as: '乙', then: ['sign'] },
      { at: 'sign', do: 'approve', as: '丙', then: ['review'] },
    ],
  });
  expect(problems).toEqual([]);
});

test('what no scenario passes is named, in the order of the drawing', async () => {
  const workflow = await shipped('stage-result');
  const report = await play('stage-result', { steps: [{ at: 'draft', do: 'submit' }] });
  const { nodes, flows } = coverageOf(workflow.compiled, [report]);
  expect(nodes).toEqual({ total: 7, passed: 3, missing: ['review', 'decision', 'accepted', 'returned'] });
  expect(flows.missing).toEqual(['to-review', 'to-decision', 'to-accepted', 'to-returned', 'to-review-again']);
});

describe('the verbs of a scenario', () => {
  const REVIEWS = [
    start('s'),
    draft('draft'),
    task('check'),
    `<bpmn:userTask id="sign" name="会签" chengban:seats="all"/>`,
    end('e'),
    flows('s>draft', 'draft>check', 'check>sign', 'sign>e'),
  ];

  test('pass work on, ask others, take back and end, as people do', async () => {
    const { problems, trace } = playOn(await drawn(...REVIEWS), {
      people: { check: ['乙', '丙'], sign: ['丙', '丁'] },
      steps: [
        { at: 'draft', do: 'submit', as: '甲', then: ['check'] },
        { do: 'urge', as: '甲' },
        { do: 'urge', as: '甲', refused: 'urged-just-now' },
        { at: 'check', do: 'transfer', as: '乙', to: '戊', reason: '出差' },
        { at: 'check', do: 'approve', as: '乙', refused: 'not-candidate' },
        { at: 'check', do: 'delegate', as: '戊', to: '乙', reason: '请看数据' },
        { at: 'check', do: 'approve', as: '乙', refused: 'delegated-only' },
        { at: 'check', do: 'reply', as: '乙', reason: '数据属实' },
        { at: 'check', do: 'addSigner', as: '戊', with: ['丙', '丁'], side: 'before', mode: 'sequence' },
        { at: 'check', do: 'approve', as: '丁', refused: 'not-your-turn' },
        { at: 'check', do: 'approve', as: '丙', then: ['check'] },
        { at: 'check', do: 'approve', as: '丁', then: ['check'] },
        { at: 'check', do: 'addSigner', as: '戊', with: ['乙'] },
        { at: 'check', do: 'removeSigner', as: '戊', to: '乙', reason: '不用了' },
        { at: 'check', do: 'approve', as: '戊', then: ['sign'] },
        { do: 'withdraw', as: '戊', reason: '再看看', then: ['check'] },
        { at: 'check', do: 'approve', as: '戊', then: ['sign'] },
        { at: 'sign', do: 'approve', as: '丙', then: ['sign'] },
        { at: 'sign', do: 'return', as: '丁', reason: '数据不对', where: 'node', to: 'check', then: ['check'] },
        { at: 'check', do: 'approve', as: '戊', refused: 'not-candidate' },
        { at: 'check', do: 'approve', as: '乙', then: ['sign'] },
        { do: 'cancel', as: '甲', reason: '不报了', refused: 'cancel-too-late' },
        { at: 'sign', do: 'reject', as: '丁', reason: '不符合要求', then: [] },
      ],
      ends: 'rejected',
    });
    expect(problems).toEqual([]);
    const said = trace.map(({ text }) => text);
    expect(said).toContain('乙在“check”转办：戊 → check');
    expect(said).toContain('戊在“check”加签：丙、丁 → check');
    expect(said).toContain('戊撤回 → check');
  });

  test('seat those who act where several decide, but whom somebody has brought in', async () => {
    const { problems } = playOn(await drawn(...REVIEWS), {
      steps: [
        { at: 'draft', do: 'submit', as: '甲' },
        { at: 'check', do: 'approve', as: '乙' },
        { at: 'sign', do: 'addSigner', as: '丙', with: ['丁'], side: 'after' },
        { at: 'sign', do: 'approve', as: '丙', then: ['sign'] },
        { at: 'sign', do: 'approve', as: '丁', then: ['sign'] },
        { at: 'sign', do: 'approve', as: '戊', then: [] },
      ],
      ends: 'accepted',
    });
    expect(problems).toEqual([]);
  });
});
