import { readFileSync } from 'node:fs';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { decisionProblem } from './decision-problem.js';

const right = readFileSync(new URL('./fixtures/decision-problem.right.bpmn', import.meta.url), 'utf8');

async function messagesOf(xml: string): Promise<readonly string[]> {
  const read = await readBpmn(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return decisionProblem.run(read.value, {}).map(({ message }) => message);
}

test.each([
  [right, []],
  [right.replace('chengban:decision="等级" ', ''), ['业务规则任务“定级”没有选用哪张决策表。']],
  [
    right.replace('<text>&lt; 100</text>', '<text>&lt; </text>'),
    ['业务规则任务“定级”的决策表有错：决策“等级”第 2 条规则第 1 列输入：条件没有写完，请改正。'],
  ],
  [
    right
      .replace('hitPolicy="UNIQUE"', 'hitPolicy="X"')
      .replace(/<bpmn:businessRuleTask[^>]*>/, '<bpmn:task id="grade"/>'),
    ['决策表“等级”：决策“等级”：命中策略“X”不认识，请改成 UNIQUE、FIRST 或 COLLECT 等。'],
  ],
  [right.replace('key="等级"', 'key="其他"'), []],
])('a decision is found where it is wrong, missing, or unused and wrong: %#', async (xml, messages) => {
  expect(await messagesOf(xml)).toEqual(messages);
});
