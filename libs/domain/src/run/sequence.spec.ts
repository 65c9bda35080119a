import { Run, draft, end, flows, start, sub, task, throughJson } from '../../../../test/properties/engine/draw.js';
import { cpuSince } from '../../../../test/support/cpu-time.js';
import { nodeInfo } from './node-info.js';

const line = [start('s'), task('a'), task('b'), end('e', 'filed'), flows('s>a', 'a>b', 'b>e')];

describe('a sequence', () => {
  test('opens, closes and ends in order, and tells what it passed', async () => {
    const run = await Run.of(line);
    expect([run.done, run.passed]).toEqual([['task.open a'], ['s', 's-a', 'a']]);
    run.complete('a');
    expect([run.done, run.passed]).toEqual([
      ['task.close a', 'task.open b'],
      ['a-b', 'b'],
    ]);
    run.complete('b');
    expect(run.done).toEqual(['task.close b', 'end e']);
    expect(run.marking).toMatchObject({
      status: 'completed',
      outcome: 'filed',
      active: [],
      visited: ['s', 'a', 'b', 'e'],
    });
  });

  test('keeps the marking canonical: plain JSON, known fields, nothing that says nothing', async () => {
    const { marking } = await Run.of(line, { form: { 进展: '无' } });
    expect(throughJson(marking)).toEqual(marking);
    expect(marking).toEqual({
      format: 2,
      behaviour: 1,
      definition: 'hash',
      status: 'running',
      active: ['a'],
      tokens: [{ id: 1, at: 'a' }],
      visited: ['s', 'a'],
      variables: { form: { 进展: '无' } },
      outcome: null,
      seq: 1,
    });
  });

  test('a task whose flow leads back to itself is closed and opened anew', async () => {
    const run = await Run.of([start('s'), task('a'), flows('s>a', 'a>a')]);
    expect(run.complete('a').done).toEqual(['task.close a', 'task.open a']);
  });

  test('ids with dots are states like any other', async () => {
    const run = await Run.of([
      start('s.1'),
      task('a.b'),
      sub('a', start('s2') + task('b') + end('e2') + flows('s2>b', 'b>e2')),
      end('e'),
      flows('s.1>a.b', 'a.b>a', 'a>e'),
    ]);
    expect(run.marking.active).toEqual(['a.b']);
    expect(run.complete('a.b').marking.active).toEqual(['b']);
    expect(run.complete('b').marking.status).toBe('completed');
  });
});

test('nodeInfo tells what to show of a node, and null of none', async () => {
  const { workflow } = await Run.of([
    start('s'),
    draft('d'),
    task('r', 'chengban:approveLabel="受理" chengban:dueWorkdays="3" chengban:returnTo="d"'),
    end('e', 'filed'),
    flows('s>d', 'd>r', 'r>e'),
  ]);
  expect(nodeInfo(workflow, 'r')).toEqual({
    id: 'r',
    kind: 'userTask',
    name: 'r',
    purpose: 'review',
    approveLabel: '受理',
    dueWorkdays: 3,
    returnTo: 'd',
  });
  expect(nodeInfo(workflow, 'e')).toEqual({ id: 'e', kind: 'endEvent', name: 'e', outcome: 'filed' });
  expect(nodeInfo(workflow, 'constructor')).toBeNull();
});

test('a chain of a thousand tasks is compiled and stepped well within its limits', async () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `t${at}`);
  const begun = process.cpuUsage();
  const run = await Run.of([
    start('s'),
    ...ids.map((id) => task(id)),
    end('e'),
    flows('s>t0', ...ids.slice(1).map((id, at) => `t${at}>${id}`), 't999>e'),
  ]);
  expect(cpuSince(begun)).toBeLessThan(2_000);
  expect(run.complete('t0').marking.active).toEqual(['t1']);
});
