import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bpmnFile, bpmnProcess } from '../support/bpmn-text.js';
import { main, runFolder } from './main.js';

let dir: string;
beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), 'conformance-'))));
afterEach(() => rmSync(dir, { recursive: true }));

function suite(name: string, index: unknown, files: Readonly<Record<string, string>>): void {
  mkdirSync(path.join(dir, name));
  writeFileSync(path.join(dir, name, 'index.json'), JSON.stringify(index));
  for (const [file, xml] of Object.entries(files)) writeFileSync(path.join(dir, name, file), xml);
}

const flow = (ends: string): string => {
  const [from, to] = ends.split('>');
  return `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;
};
const script = (id: string, text: string): string =>
  `<bpmn:scriptTask id="${id}"><bpmn:script>${text}</bpmn:script></bpmn:scriptTask>`;
const line = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((id, at) => flow(`${ids[at]}>${id}`))
    .join('');
const ends = '<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>';

const betsyTest = (name: string, file: string, expected: readonly string[], derivedOutcome: string, more = {}) => ({
  name,
  file,
  startProcess: 'p',
  cases: [
    { id: `${name}#1`, input: { integerVariable: 0 }, startFirst: [], delayMs: 0, expected, derivedOutcome, ...more },
  ],
});

describe('executable processes', () => {
  const plain = bpmnProcess(ends + script('a', 'SCRIPT_task1') + line('s', 'a', 'e'));
  const choice = bpmnProcess(
    `${ends}<bpmn:exclusiveGateway id="g"/>${script('a', 'SCRIPT_task1')}${script('b', 'SCRIPT_task2')}` +
      line('s', 'g') +
      `<bpmn:sequenceFlow id="g-a" sourceRef="g" targetRef="a"><bpmn:conditionExpression><![CDATA[test.contains("a")]]></bpmn:conditionExpression></bpmn:sequenceFlow>` +
      `<bpmn:sequenceFlow id="g-b" sourceRef="g" targetRef="b"><bpmn:conditionExpression><![CDATA[!test.contains("a") && integerVariable<3]]></bpmn:conditionExpression></bpmn:sequenceFlow>` +
      line('a', 'e') +
      line('b', 'e'),
  );
  const unsupported = bpmnProcess(
    `${ends}<bpmn:intermediateCatchEvent id="c"/>${script('a', 'SCRIPT_task1')}${line('s', 'c', 'a', 'e')}`,
  );

  test('pass when trace and outcome agree, are wrong when either differs, and are refused with the reason', async () => {
    const tests = [
      betsyTest('agrees', 'plain.bpmn', ['SCRIPT_task1'], 'completed'),
      betsyTest('another trace', 'plain.bpmn', ['SCRIPT_task2'], 'completed'),
      betsyTest('another outcome', 'plain.bpmn', ['SCRIPT_task1'], 'stuck'),
      betsyTest('not run', 'unsupported.bpmn', ['SCRIPT_task1'], 'completed'),
      betsyTest('refused as it should be', 'unsupported.bpmn', ['ERROR'], 'rejected-or-error'),
      { ...betsyTest('informational', 'plain.bpmn', ['SCRIPT_task9'], 'completed'), engineNeutral: false },
    ];
    suite('betsy', { tests }, { 'plain.bpmn': plain, 'unsupported.bpmn': unsupported });
    const { betsy } = await runFolder(dir);
    expect(betsy).toMatchObject({ total: 5, passed: 2, wrong: 2, refused: 1 });
    expect(betsy?.failing.map(({ id, why }) => [id, why.split(':')[0]])).toEqual([
      ['another trace', 'wrong'],
      ['another outcome', 'wrong'],
      ['not run', 'refused'],
    ]);
  });

  test('choose by the expressions of the vocabulary, and count what stops on an incident', async () => {
    const cases = betsyTest('choice', 'choice.bpmn', ['SCRIPT_task1'], 'completed', { input: { test: 'ab' } });
    const none = betsyTest('nothing true', 'choice.bpmn', ['ERROR_runtime'], 'runtime-error', {
      input: { test: 'b', integerVariable: 3 },
    });
    suite(
      'betsy',
      { tests: [cases, none] },
      {
        'choice.bpmn': choice.replace(' && integerVariable<3', '').replace('!test.contains("a")', 'test.contains("c")'),
      },
    );
    expect((await runFolder(dir)).betsy).toMatchObject({ total: 2, passed: 2 });
  });

  test('take virtual time, hear each other, and start each other', async () => {
    const roots =
      '<bpmn:message id="m" name="go"/><bpmn:signal id="sg" name="all"/>' +
      `<bpmn:process id="p" isExecutable="true">${ends}` +
      `<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition><bpmn:timeDuration>P3Y</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>` +
      `<bpmn:intermediateThrowEvent id="tm"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateThrowEvent>` +
      `<bpmn:intermediateThrowEvent id="ts"><bpmn:signalEventDefinition signalRef="sg"/></bpmn:intermediateThrowEvent>` +
      `${script('x', 'SCRIPT_task1')}${line('s', 't', 'tm', 'ts', 'x', 'e')}</bpmn:process>` +
      `<bpmn:process id="first" isExecutable="true"><bpmn:startEvent id="fs"/><bpmn:receiveTask id="r" messageRef="m"/>` +
      `${script('fx', 'SCRIPT_task2')}<bpmn:endEvent id="fe"/>${line('fs', 'r', 'fx', 'fe')}</bpmn:process>` +
      `<bpmn:process id="begun" isExecutable="true"><bpmn:startEvent id="bs"><bpmn:signalEventDefinition signalRef="sg"/></bpmn:startEvent>` +
      `${script('bx', 'CREATE_MARKER_FILE')}<bpmn:endEvent id="be"/>${line('bs', 'bx', 'be')}</bpmn:process>`;
    const expected = ['MARKER_exists', 'SCRIPT_task1', 'SCRIPT_task2'];
    const test = betsyTest('world', 'world.bpmn', expected, 'completed', { startFirst: ['first'], delayMs: 5_000 });
    suite('betsy', { tests: [test] }, { 'world.bpmn': bpmnFile(roots) });
    expect((await runFolder(dir)).betsy).toMatchObject({ total: 1, passed: 1, failing: [] });
  });
});

describe('scenarios of a simulator', () => {
  const gateway = bpmnProcess(
    `${ends}<bpmn:exclusiveGateway id="g"/><bpmn:task id="a"/><bpmn:endEvent id="f"/>${line('s', 'g', 'a', 'e')}${line('g', 'f')}`,
  );
  const waits = { op: 'waitAt', element: 'a' };
  const begins = { op: 'trigger', element: 's' };
  const expects = (
    completedNodesMultiset: readonly string[],
    takenFlowsMultiset: readonly string[],
    over: boolean,
  ) => ({
    op: 'expectTrace',
    completedNodesMultiset,
    takenFlowsMultiset,
    rootDestroyed: over ? ['p'] : [],
  });

  test('compare what completed since the last look, which flows were taken and what ended', async () => {
    const cases = [
      {
        id: 'by hand',
        file: 'g.bpmn',
        steps: [
          waits,
          begins,
          expects(['s', 'g'], ['s-g', 'g-a'], false),
          { op: 'trigger', element: 'a' },
          expects(['a', 'e'], ['a-e'], true),
        ],
      },
      {
        id: 'the other way',
        file: 'g.bpmn',
        steps: [
          { op: 'config', element: 'g', activeOutgoing: ['g-f'] },
          begins,
          expects(['s', 'g', 'f'], ['s-g', 'g-f'], true),
        ],
      },
      { id: 'expects too much', file: 'g.bpmn', steps: [begins, expects(['s'], [], true)] },
      { id: 'fires nothing', file: 'g.bpmn', steps: [begins, { op: 'trigger', element: 'a' }] },
    ];
    suite('tokensim', { cases }, { 'g.bpmn': gateway });
    const { tokensim } = await runFolder(dir);
    expect(tokensim).toMatchObject({ total: 4, passed: 2, wrong: 2, refused: 0 });
    expect(tokensim?.failing.map(({ id }) => id)).toEqual(['expects too much', 'fires nothing']);
  });
});

test('the simulator gives an error that nothing catches no effect, and leads straight to the events of a gateway', async () => {
  const error = '<bpmn:errorEventDefinition/>';
  const xml = bpmnProcess(
    `<bpmn:startEvent id="s"/><bpmn:subProcess id="sub"><bpmn:startEvent id="i"/><bpmn:endEvent id="x">${error}</bpmn:endEvent>` +
      `${line('i', 'x')}</bpmn:subProcess><bpmn:eventBasedGateway id="g"/>` +
      `<bpmn:intermediateCatchEvent id="c"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>` +
      `<bpmn:receiveTask id="r"/><bpmn:endEvent id="e"/><bpmn:endEvent id="f"/>${line('s', 'sub', 'g', 'c', 'e')}${line('g', 'r', 'f')}`,
  );
  const steps = [
    { op: 'trigger', element: 's' },
    { op: 'trigger', element: 'r' },
    {
      op: 'expectTrace',
      completedNodesMultiset: ['s', 'i', 'x', 'sub', 'r', 'f'],
      takenFlowsMultiset: ['s-sub', 'i-x', 'sub-g', 'r-f'],
      rootDestroyed: ['p'],
    },
  ];
  suite('tokensim', { cases: [{ id: 'error', file: 'error.bpmn', steps }] }, { 'error.bpmn': xml });
  expect((await runFolder(dir)).tokensim).toMatchObject({ passed: 1, failing: [] });
});

describe('rules of the standard', () => {
  const valid = bpmnProcess(ends + flow('s>e'));
  const invalid = bpmnProcess(`${ends}<bpmn:task id="a" startQuantity="0"/>${line('s', 'a', 'e')}`);

  test('a valid model is accepted, a broken one diagnosed at its place, and false alarms are counted', async () => {
    const rule = (id: string, file: string, isValid: boolean, xpaths: readonly string[] = []) => ({
      id,
      file,
      rule: 'R',
      valid: isValid,
      xpaths,
    });
    const cases = [
      rule('accepted', 'valid.bpmn', true),
      rule('diagnosed', 'invalid.bpmn', false, ["(//bpmn:*[@startQuantity='0'])[1]"]),
      rule('diagnosed elsewhere', 'invalid.bpmn', false, ['//bpmn:startEvent']),
      rule('overlooked', 'valid.bpmn', false),
      rule('alarmed', 'invalid.bpmn', true),
      rule('not run', 'choreography.bpmn', true),
    ];
    const choreography = bpmnFile('<bpmn:choreography id="c"/>');
    suite(
      'constraints',
      { cases },
      { 'valid.bpmn': valid, 'invalid.bpmn': invalid, 'choreography.bpmn': choreography },
    );
    const { constraints } = await runFolder(dir);
    expect(constraints).toMatchObject({ total: 6, passed: 2, wrong: 3, refused: 1, falseAlarms: 1 });
  });
});

describe('verdicts about soundness', () => {
  test('are compared where they hold for every network', async () => {
    const sound = bpmnProcess(ends + flow('s>e'));
    const stuck = bpmnProcess(
      `${ends}<bpmn:exclusiveGateway id="x"/><bpmn:parallelGateway id="j"/>${line('s', 'x')}` +
        `<bpmn:task id="a"/><bpmn:task id="b"/>${line('x', 'a', 'j', 'e')}${line('x', 'b', 'j')}`,
    );
    const model = (name: string, file: string, ...verdicts: readonly boolean[]) => ({
      name,
      file: `models/${file}`,
      processes: 1,
      verdicts: Object.fromEntries(verdicts.map((Sound, at) => [`network${at}`, { Safe: true, Sound }])),
    });
    const models = [
      model('sound', 'sound.bpmn', true, true),
      model('not sound', 'stuck.bpmn', false),
      model('misjudged', 'stuck.bpmn', true),
      model('of some networks only', 'sound.bpmn', true, false),
    ];
    suite('soundness', { models }, { 'sound.bpmn': sound, 'stuck.bpmn': stuck });
    expect((await runFolder(dir)).soundness).toMatchObject({
      total: 3,
      passed: 2,
      wrong: 1,
      failing: [{ id: 'misjudged' }],
    });
  });
});

describe('the command', () => {
  const index = { models: [{ id: 'a', file: 'a.bpmn' }] };
  const told: string[] = [];
  const run = (...args: readonly string[]): Promise<number> => main(args, (text) => told.push(text));

  test('exits with 0 when every test passed, and writes the scores', async () => {
    suite('miwg', index, { 'a.bpmn': bpmnProcess(ends + flow('s>e')) });
    const json = path.join(dir, 'scores.json');
    expect(await run(dir, '--json', json)).toBe(0);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual({
      miwg: { total: 1, passed: 1, wrong: 0, refused: 0, failing: [] },
    });
  });

  test('takes a folder that is itself a suite, whatever it is called', async () => {
    suite('anything', index, { 'a.bpmn': bpmnProcess(ends + flow('s>e')) });
    expect(await run(path.join(dir, 'anything'))).toBe(0);
  });

  test('exits with 1 when a test did not pass', async () => {
    suite('miwg', index, { 'a.bpmn': 'not XML' });
    expect(await run(dir)).toBe(1);
    expect(told.at(-2)).toBe('miwg: 0 of 1 passed, 0 wrong, 1 refused');
  });

  test('exits with 2 and its usage when there is nothing to run', async () => {
    expect([await run(dir), await run(), await run(dir, '--json')]).toEqual([2, 2, 2]);
  });
});
