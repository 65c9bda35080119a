import { readFileSync, readdirSync } from 'node:fs';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { and, compiled, end, flows, start, sub, task } from '../../../../test/properties/engine/draw.js';
import { cpuSince } from '../../../../test/support/cpu-time.js';
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

test('each scope is one machine, and every state is a node of it', async () => {
  const inner = start('is') + task('a') + end('e1') + flows('is>a', 'a>e1');
  const { machines, scopes } = await compiled(start('s'), sub('sp', inner), end('e'), flows('s>sp', 'sp>e'));
  expect(Object.keys(machines)).toEqual(['flow', 'sp']);
  expect(Object.keys(machines['flow']?.states ?? {})).toEqual([':new', 's', 'sp', 'e', ':gone']);
  expect(Object.keys(machines['sp']?.states ?? {})).toEqual([':new', 'is', 'a', 'e1', ':gone']);
  expect(scopes).toMatchObject({ flow: { kind: 'process', starts: ['s'] }, sp: { kind: 'embedded', parent: 'flow' } });
});

test('a state says what passes, what is entered and where a token goes on', async () => {
  const { machines } = await compiled(start('s'), task('a'), end('e'), flows('s>a', 'a>e'));
  const pass = (element: string) => ({ type: 'pass', params: { element } });
  expect(machines['flow']?.states).toMatchObject({
    s: { entry: [pass('s')], always: [{ target: 'a', actions: [pass('s-a')] }] },
    a: {
      entry: [{ type: 'enter', params: { node: 'a' } }],
      on: { complete: [{ target: 'e', actions: [pass('a-e')] }] },
    },
    e: { type: 'final', entry: [{ type: 'enter', params: { node: 'e' } }] },
  });
});

test('a fork ends its token and sends out others on the events of its flows', async () => {
  const { machines } = await compiled(
    start('s'),
    and('p'),
    task('a'),
    task('b'),
    end('e'),
    flows('s>p', 'p>a', 'p>b', 'a>e', 'b>e'),
  );
  const { states = {} } = machines['flow'] ?? {};
  expect(states['p']?.on?.['complete']).toEqual([
    { target: ':gone', actions: [{ type: 'fork', params: { node: 'p' } }] },
  ]);
  expect(Object.keys(states[':new']?.on ?? {})).toEqual(expect.arrayContaining([':flow:p-a', ':flow:p-b']));
  expect(states[':new']?.on).not.toHaveProperty([':flow:s-p']);
});

test('user tasks of a lane without an assignment of their own have that of the innermost lane that has one', async () => {
  const to = (role: string): string =>
    `<bpmn:extensionElements><chengban:assignment kind="role" unit="responsible" role="${role}"/></bpmn:extensionElements>`;
  const lane = (id: string, role: string, nodes: readonly string[], inside = ''): string =>
    `<bpmn:lane id="${id}">${role === '' ? '' : to(role)}${nodes.map((node) => `<bpmn:flowNodeRef>${node}</bpmn:flowNodeRef>`).join('')}${inside}</bpmn:lane>`;
  const { nodes } = await compiled(
    `<bpmn:laneSet id="set">${lane('outer', 'officer', ['s', 'a', 'b', 'own', 'sp'], `<bpmn:childLaneSet id="inner-set">${lane('inner', 'head', ['b'])}</bpmn:childLaneSet>`)}${lane('other', '', ['e'])}</bpmn:laneSet>`,
    start('s'),
    task('a'),
    task('b'),
    `<bpmn:userTask id="own">${to('clerk')}</bpmn:userTask>`,
    sub('sp', start('is') + task('x') + flows('is>x')),
    end('e'),
    flows('s>a', 'a>b', 'b>own', 'own>sp', 'sp>e'),
  );
  const roles = ['a', 'b', 'own', 'x'].map((id) => nodes[id]?.assignment);
  expect(roles).toMatchObject([{ role: 'officer' }, { role: 'head' }, { role: 'clerk' }, { role: 'officer' }]);
});

test('there is a compiler for each kind of node', () => {
  const files = readdirSync(new URL('./nodes/', import.meta.url)).map((file) => file.replace('.ts', ''));
  expect(files.sort()).toEqual([
    'activity',
    'boundary-event',
    'end-event',
    'event-based-gateway',
    'exclusive-gateway',
    'intermediate-catch-event',
    'intermediate-throw-event',
    'start-event',
    'synchronizing-gateway',
  ]);
});

test('a chain of a thousand nodes is read, checked and compiled within a second or so', async () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `t${at}`);
  const xml = fixture('no-start.right').replace(
    /<bpmn:startEvent[\s\S]*<\/bpmn:process>/,
    `${start('s')}${ids.map((id) => task(id)).join('')}${end('e')}${flows('s>t0', ...ids.slice(1).map((id, at) => `t${at}>${id}`), 't999>e')}</bpmn:process>`,
  );
  const read = await readBpmn(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const begun = process.cpuUsage();
  const result = compileFlow(read.value);
  const took = cpuSince(begun);
  expect(!result.ok && result.error.every((finding) => finding.code === 'task-without-assignment')).toBe(true);
  expect(took).toBeLessThan(1_000);
});
