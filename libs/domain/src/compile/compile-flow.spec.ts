import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { supportedElements } from '../bpmn/supported-elements.js';
import { and, compiled, end, flows, start, sub, task } from '../../../../test/properties/engine/draw.js';
import { compileFlow } from './compile-flow.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../checks/fixtures/${name}.bpmn`, import.meta.url), 'utf8');

async function compileFixture(name: string) {
  const read = await readBpmn(fixture(name));
  if (!read.ok) throw new Error(name);
  return compileFlow(read.value);
}

test('a drawing with errors is not compiled; the errors say why, without the warnings', async () => {
  const result = await compileFixture('stuck.wrong');
  expect(result).toMatchObject({ ok: false, error: [{ code: 'stuck', severity: 'error' }] });
});

test('a drawing with warnings only is compiled', async () => {
  expect((await compileFixture('no-default.wrong')).ok).toBe(true);
});

test('the result is plain JSON and the same for the same drawing', async () => {
  const [one, two] = [await compileFixture('stuck.right'), await compileFixture('stuck.right')];
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  expect(JSON.parse(JSON.stringify(one))).toEqual(one);
});

test('blocks nest: a branch may hold a block, and a block may stand in a net', async () => {
  const nested = await compiled(
    start('s'),
    and('p'),
    and('q'),
    task('a'),
    task('b'),
    and('qj'),
    task('c'),
    and('pj'),
    end('e'),
    flows('s>p', 'p>q', 'q>a', 'q>b', 'a>qj', 'b>qj', 'qj>pj', 'p>c', 'c>pj', 'pj>e'),
  );
  expect(nested.machine.states?.['p']?.states?.['q']?.states?.['q']).toMatchObject({
    type: 'parallel',
    states: { a: {}, b: {} },
  });
  const inNet = await compiled(
    start('s'),
    and('p'),
    and('q'),
    task('a'),
    task('b'),
    and('qj'),
    task('c'),
    end('e1'),
    end('e2'),
    flows('s>p', 'p>q', 'q>a', 'q>b', 'a>qj', 'b>qj', 'qj>e1', 'p>c', 'c>e2'),
  );
  expect(JSON.stringify(inNet.machine.states?.[':net'])).toContain('"q":{"type":"parallel"');
});

test('only the scope that needs it becomes a net', async () => {
  const inner =
    start('is') +
    and('p') +
    task('a') +
    task('b') +
    end('e1') +
    end('e2') +
    flows('is>p', 'p>a', 'p>b', 'a>e1', 'b>e2');
  const { machine } = await compiled(start('s'), sub('sp', inner), end('e'), flows('s>sp', 'sp>e'));
  expect(Object.keys(machine.states ?? {})).toEqual(['s', 'sp', 'e']);
  expect(Object.keys(machine.states?.['sp']?.states ?? {})).toEqual([':net', ':ended']);
});

test('nodes that never hold tokens together share a region', async () => {
  const { machine } = await compiled(
    start('s'),
    and('p'),
    task('a'),
    task('a2'),
    task('b'),
    end('e1'),
    end('e2'),
    flows('s>p', 'p>a', 'a>a2', 'p>b', 'a2>e1', 'b>e2'),
  );
  const regions = machine.states?.[':net']?.states ?? {};
  expect(Object.keys(regions)).toHaveLength(2);
  expect(Object.keys(regions['s']?.states ?? {})).toEqual(expect.arrayContaining(['a', 'a2', 'e1']));
});

test('every element that runs has a page, and there is a compiler for each kind of node', () => {
  const pages = readdirSync(new URL('../../../../docs/elements/', import.meta.url));
  const expected: Readonly<Record<string, string>> = {
    'bpmn:UserTask': 'user-task',
    'bpmn:SubProcess': 'sub-process',
    'bpmn:ExclusiveGateway': 'exclusive-gateway',
    'bpmn:ParallelGateway': 'parallel-gateway',
    'bpmn:StartEvent': 'start-event',
    'bpmn:EndEvent': 'end-event',
    'bpmn:EndEvent/error': 'error-end-event',
    'bpmn:BoundaryEvent/timer': 'timer-boundary-event',
    'bpmn:BoundaryEvent/error': 'error-boundary-event',
    'bpmn:SequenceFlow': 'sequence-flow',
  };
  const running = supportedElements
    .filter((each) => each.status === 'runs' && each.element !== 'bpmn:Process')
    .map((each) => each.element);
  expect(running.sort()).toEqual(Object.keys(expected).sort());
  for (const page of Object.values(expected)) expect(pages).toContain(`${page}.md`);
  for (const file of [
    'start-event',
    'end-event',
    'error-end-event',
    'user-task',
    'exclusive-gateway',
    'parallel-gateway',
    'parallel-block',
    'sub-process',
    'boundary-events',
  ]) {
    expect(existsSync(new URL(`./nodes/${file}.ts`, import.meta.url))).toBe(true);
  }
});

test('a chain of a thousand nodes is read, checked and compiled within a second or so', async () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `t${at}`);
  const xml = fixture('no-start.right').replace(
    /<bpmn:startEvent[\s\S]*<\/bpmn:process>/,
    `${start('s')}${ids.map((id) => task(id)).join('')}${end('e')}${flows('s>t0', ...ids.slice(1).map((id, at) => `t${at}>${id}`), 't999>e')}</bpmn:process>`,
  );
  const read = await readBpmn(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const begun = performance.now();
  const result = compileFlow(read.value);
  const took = performance.now() - begun;
  expect(!result.ok && result.error.every((finding) => finding.code === 'task-without-assignment')).toBe(true);
  expect(took).toBeLessThan(1_000);
});
