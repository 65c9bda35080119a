import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { checkFlow } from '../checks/check-flow.js';
import { compileFlow } from '../compile/compile-flow.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { explainFlow } from '../run/explain-flow.js';
import { loadWorkflow } from '../run/workflow.js';
import type { FormDefinition } from './form.js';
import { validateForm } from './form.js';
import { runScenario } from './run-scenario.js';
import { readScenarios } from './scenario.js';

const folder = new URL('../../../../workflows/', import.meta.url);
const names = readdirSync(folder, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map((each) => each.name);
const read = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');

async function modelOf(name: string) {
  const model = await readBpmn(read(name, 'workflow.bpmn'));
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}

async function compiledOf(name: string): Promise<CompiledFlow> {
  const compiled = compileFlow(await modelOf(name));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return JSON.parse(JSON.stringify(compiled.value)) as CompiledFlow;
}

test('the shipped flows are there', () => {
  expect(names).toEqual(expect.arrayContaining(['stage-result', 'bureau-own', 'filing']));
});

describe.each(names)('workflow %s', (name) => {
  test('has no finding, not even a warning', async () => {
    expect(checkFlow(await modelOf(name))).toEqual([]);
  });

  test('compiles to its golden machine (UPDATE_GOLDEN=1 rewrites it)', async () => {
    const text = `${JSON.stringify((await compiledOf(name)).machine, null, 2)}\n`;
    const golden = new URL(`${name}/machine.golden.json`, folder);
    if (process.env['UPDATE_GOLDEN'] === '1' || (!existsSync(golden) && process.env['CI'] !== 'true'))
      writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test('plays every scenario', async () => {
    const { scenarios, problems } = readScenarios(parse(read(name, 'scenarios.yaml')));
    expect(problems).toEqual([]);
    expect(scenarios.length).toBeGreaterThan(2);
    const workflow = loadWorkflow(await compiledOf(name));
    for (const scenario of scenarios)
      expect([scenario.name, runScenario(workflow, scenario).problems]).toEqual([scenario.name, []]);
  });

  test('has a form that its process names, whose empty data are refused field by field', async () => {
    const form = JSON.parse(read(name, 'form.json')) as FormDefinition;
    expect((await modelOf(name)).form).toBe(form.key);
    expect([...form.ui.order].sort()).toEqual(Object.keys(form.schema.properties).sort());
    const missing = validateForm(form, {}, 0).map((finding) => finding.at?.property);
    expect(missing).toEqual([...(form.schema.required ?? []), 'evidence']);
  });

  test('has a README, and every node is drawn', async () => {
    expect(read(name, 'README.md')).toContain(name);
    const xml = read(name, 'workflow.bpmn');
    const { nodes, flows } = await compiledOf(name);
    for (const id of [...Object.keys(nodes), ...Object.keys(flows)]) expect(xml).toContain(`bpmnElement="${id}"`);
  });

  test('can be told in words, a sentence for every node', async () => {
    const compiled = await compiledOf(name);
    const told = explainFlow(compiled);
    expect(told.map((each) => each.nodeId).sort()).toEqual(Object.keys(compiled.nodes).sort());
    for (const { sentences } of told) expect(sentences.join('')).toMatch(/[\u4e00-\u9fff].*。$/);
  });
});

test('the stage result reads draft, submitted, review, then accepted or returned', async () => {
  const { machine } = await compiledOf('stage-result');
  expect(Object.keys(machine.states ?? {})).toEqual([
    'start',
    'draft',
    'submitted',
    'review',
    'decision',
    'accepted',
    'returned',
  ]);
  const told = explainFlow(await compiledOf('stage-result')).flatMap((each) => each.sentences);
  expect(told).toContain('“审核意见”按条件选一条：审核通过时到“通过”；其他情况到“退回”。');
  expect(told).toContain('“草稿”由责任单位的经办人填报，“报送”后到“已报送”。');
});

describe('a scenario that is wrong', () => {
  test('fails with the step and what happened instead', async () => {
    const workflow = loadWorkflow(await compiledOf('stage-result'));
    const scenario = { scenarios: [parse('{ name: x, steps: [{ at: draft, do: submit, then: [review] }] }')] };
    const [wrong] = readScenarios(scenario).scenarios;
    const wrongPlace = runScenario(workflow, wrong!);
    expect(wrongPlace.problems).toEqual(['第 1 步：应当停在 review，实际停在 已报送']);
    expect(runScenario(workflow, { name: 'x', steps: [{ at: 'review', do: 'approve' }] }).problems[0]).toContain(
      'not-active',
    );
    expect(
      runScenario(workflow, { name: 'x', steps: [{ at: 'draft', do: 'submit', refused: 'held-by-another' }] })
        .problems[0],
    ).toContain('却办成了');
    expect(runScenario(workflow, { name: 'x', steps: [], ends: 'accepted', passes: ['review'] }).problems).toHaveLength(
      2,
    );
  });

  test.each([
    [null],
    [[]],
    [{ scenarios: {} }],
    [{ scenarios: [1] }],
    [{ scenarios: [{ name: 'a' }] }],
    [{ scenarios: [{ name: 'a', steps: [{ at: 'x', do: 'fly' }] }] }],
  ])('is told from a list of scenarios: %j', (value) => {
    expect(readScenarios(value as never).problems).not.toEqual([]);
  });
});
