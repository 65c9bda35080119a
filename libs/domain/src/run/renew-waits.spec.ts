import { Run, and, beside, catching, end, flows, start, task } from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §8.4.2: the key that a waiting place asks for follows the variables.

const keyed = 'chengban:correlation="文号"';
const waits = (run: Run) =>
  run.effects.flatMap((each) =>
    each.type === 'wait.start' ? [each.key] : each.type === 'wait.cancel' ? [`no longer at ${each.nodeId}`] : [],
  );

test('a key that changes while its place waits is told to the world, and messages of the new one come', async () => {
  const run = await Run.of([start('s'), catching('m', ['message'], keyed), task('after'), flows('s>m', 'm>after')], {
    文号: '甲',
  });
  expect(waits(run)).toEqual(['甲']);
  expect(waits(run.change({ 文号: '乙' }))).toEqual(['no longer at m', '乙']);
  expect(waits(run.change({ 备注: '无' }))).toEqual([]);
  expect(() => run.message('来文', {}, '甲')).toThrow('nobody-waits');
  expect(run.message('来文', {}, '乙').active).toEqual(['after']);
});

test('an event on the border follows as well, beside what goes on elsewhere', async () => {
  const run = await Run.of(
    [
      start('s'),
      and('p'),
      task('a'),
      task('b'),
      beside('m', 'a', ['message'], keyed),
      task('urge'),
      end('e'),
      flows('s>p', 'p>a', 'p>b', 'a>e', 'b>e', 'm>urge', 'urge>e'),
    ],
    { 文号: '甲' },
  );
  expect(waits(run.complete('b', { 文号: '乙' }))).toEqual(['no longer at m', '乙']);
  expect(run.message('来文', {}, '乙').active).toEqual(['a', 'urge']);
  expect(waits(run.complete('a', { 文号: '丙' }))).toEqual(['no longer at m']);
});

test('a place whose key is not known yet takes what is given to it by name alone, and is told to the world when it is', async () => {
  const run = await Run.of([start('s'), catching('m', ['message'], keyed), task('after'), flows('s>m', 'm>after')]);
  expect(waits(run)).toEqual([]);
  expect(() => run.message('来文', {}, '甲')).toThrow('nobody-waits');
  expect(() => run.message('来文')).toThrow('nobody-waits');
  const named = await Run.of([start('s'), catching('m', ['message'], keyed), task('after'), flows('s>m', 'm>after')]);
  expect(named.on({ type: 'message', name: '来文', nodeId: 'm', variables: {} }).active).toEqual(['after']);
  expect(waits(run.change({ 文号: '甲' }))).toContain('甲');
  expect(run.message('来文', {}, '甲').active).toEqual(['after']);
});
