import { readFile } from 'node:fs/promises';
import { checkFlow, readBpmn, readScenarios, type Finding, type FlowModel } from '@chengban/domain';
import { scenarioFile, scenesOf } from './trace-story.js';

async function stuckFlow(): Promise<{ model: FlowModel; finding: Finding }> {
  const read = await readBpmn(await readFile('libs/domain/src/checks/fixtures/stuck.wrong.bpmn', 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const finding = checkFlow(read.value).find(({ trace }) => trace !== undefined);
  if (!finding) throw new Error('the flow is sound');
  return { model: read.value, finding };
}

test('a play begins at the start, shows each act, and ends with what is wrong', async () => {
  const { finding } = await stuckFlow();
  const scenes = scenesOf(finding, (id) => id);
  expect(scenes).toHaveLength(finding.trace!.length + 2);
  expect(scenes[0]).toEqual({ text: '流程开始。', acts: [], stands: [] });
  expect(scenes.at(-1)).toMatchObject({ text: finding.message, acts: [finding.at!.elementId] });
});

test('acts are told in words, with the values that make them come true', () => {
  const finding: Finding = {
    code: 'stuck',
    severity: 'error',
    message: '流程停在“合并”。',
    at: { elementId: 'join' },
    trace: [
      { nodeId: 'review', act: 'complete', variables: { verdict: 'approve' }, tokens: ['join', 'join'] },
      { nodeId: 'gate', act: 'choice', choice: 'line', tokens: ['join'] },
      { nodeId: 'late', act: 'timer', tokens: ['join'] },
    ],
  };
  const names: Record<string, string> = { review: '审核', gate: '同意吗', line: '同意', late: '超时' };
  const scenes = scenesOf(finding, (id) => names[id] ?? id);
  expect(scenes.map(({ text }) => text)).toEqual([
    '流程开始。',
    '办完“审核”，其中 verdict = "approve"',
    '“同意吗”走“同意”',
    '“超时”到了时间',
    '流程停在“合并”。',
  ]);
  expect(scenes[1]!.stands).toEqual(['join']);
  expect(scenes[2]!.acts).toEqual(['gate', 'line']);
});

test('the kept file is one that can be played', async () => {
  const { model, finding } = await stuckFlow();
  const { scenarios, problems } = readScenarios(JSON.parse(scenarioFile(model, finding)));
  expect(problems).toEqual([]);
  expect(scenarios).toHaveLength(1);
});
