import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { checkFlow } from '../checks/check-flow.js';
import { compileFlow } from '../compile/compile-flow.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { explainFlow } from '../run/explain-flow.js';
import { loadWorkflow } from '../run/workflow.js';
import type { FormDefinition } from '../forms/form.js';
import { validateForm } from '../forms/validate-form.js';
import { readScenarios } from './read-scenarios.js';
import { runScenario } from './run-scenario.js';
import { coverageOf } from './scenario-coverage.js';

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

test('the shipped flows are there, each with its line in workflows/README.md', () => {
  expect(names).toEqual(expect.arrayContaining(['stage-result', 'bureau-own', 'filing', 'supervision', 'extension']));
  const list = readFileSync(new URL('README.md', folder), 'utf8');
  expect(names.filter((name) => !list.includes(`[${name}](${name}/)`))).toEqual([]);
});

describe.each(names)('workflow %s', (name) => {
  test('has no finding, not even a warning', async () => {
    const form = JSON.parse(read(name, 'form.json')) as FormDefinition;
    expect(checkFlow(await modelOf(name), { form })).toEqual([]);
  });

  test('compiles to its golden machines (UPDATE_GOLDEN=1 rewrites them)', async () => {
    const text = `${JSON.stringify((await compiledOf(name)).machines, null, 2)}\n`;
    const golden = new URL(`${name}/machine.golden.json`, folder);
    if (process.env['UPDATE_GOLDEN'] === '1' || (!existsSync(golden) && process.env['CI'] !== 'true'))
      writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test('plays every scenario, and they pass every node and every flow', async () => {
    const { scenarios, problems } = readScenarios(parse(read(name, 'scenarios.yaml')));
    expect(problems).toEqual([]);
    expect(scenarios.length).toBeGreaterThan(2);
    const compiled = await compiledOf(name);
    const workflow = loadWorkflow(compiled);
    const reports = scenarios.map((scenario) => runScenario(workflow, scenario));
    expect(reports.map((report) => [report.name, report.problems])).toEqual(scenarios.map((each) => [each.name, []]));
    const { nodes, flows } = coverageOf(compiled, reports);
    expect([...nodes.missing, ...flows.missing]).toEqual([]);
  });

  test('has a form that its process names, whose empty data are refused field by field', async () => {
    const form = JSON.parse(read(name, 'form.json')) as FormDefinition;
    expect((await modelOf(name)).form).toBe(form.key);
    expect([...form.ui.order].sort()).toEqual(Object.keys(form.schema.properties).sort());
    const missing = validateForm(form, {}, 0).map((finding) => finding.at?.property);
    expect(missing).toEqual([...(form.schema.required ?? []), ...(form.evidence.min > 0 ? ['evidence'] : [])]);
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

test('the README of the supervision tells the flow as it is', async () => {
  const told = explainFlow(await compiledOf('supervision')).map((each) => each.sentences.join(''));
  const readme = read('supervision', 'README.md');
  expect(told.filter((text) => !readme.includes(text))).toEqual([]);
});

test('the stage result reads draft, submitted, review, then accepted or returned', async () => {
  const { machines } = await compiledOf('stage-result');
  expect(Object.keys(machines['stage-result']?.states ?? {})).toEqual(
    expect.arrayContaining(['draft', 'submitted', 'review', 'decision', 'accepted', 'returned']),
  );
});
