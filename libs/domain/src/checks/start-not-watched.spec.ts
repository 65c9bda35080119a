import { fileOf, flows, start, startOn, task } from '../../../../test/properties/engine/draw.js';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { startNotWatched } from './start-not-watched.js';

async function told(begin: string, beside = ''): Promise<readonly (readonly [string | undefined, string])[]> {
  const read = await readBpmn(fileOf([start('s'), begin, task('a'), flows('s>a', 'on>a')], beside));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return startNotWatched.run(read.value, {}).map(({ at, message }) => [at?.elementId, message]);
}

test.each([
  'message',
  'signal',
  'timer:P3D',
  'timer:2025-03-01',
  'timer:R/5个工作日',
  'timer:if form.急 then "P1D" else "P3D"',
])('a start with %s begins by itself', async (trigger) => expect(await told(startOn('on', [trigger]))).toEqual([]));

test.each([
  ['conditional:x = 1', /条件/],
  ['timer:form.期限', /“form.期限”/],
])('a start with %s does not, though a message at the same start does', async (trigger, words) => {
  const expected = [['on', expect.stringMatching(words)]];
  expect(await told(startOn('on', [trigger]))).toEqual(expected);
  expect(await told(startOn('on', ['message', trigger]))).toEqual(expected);
});

test('a start that needs several events does not, whichever they are', async () => {
  const both = startOn('on', ['message', 'timer'], 'parallelMultiple="true"');
  expect(await told(both)).toEqual([['on', expect.stringContaining('几件事')]]);
});

test('a mistyped time is told once, as a time that is none', async () => {
  expect(await told(startOn('on', ['timer:三天']))).toEqual([]);
});

test('another pool begins by messages and signals only', async () => {
  const pool = (trigger: string) =>
    `<bpmn:process id="bureau">${startOn('there', [trigger])}${task('b')}${flows('there>b')}</bpmn:process>`;
  expect(await told(startOn('on', ['message']), pool('message'))).toEqual([]);
  expect(await told(startOn('on', ['message']), pool('timer'))).toEqual([['there', expect.stringContaining('时间')]]);
});

test('a process that the flow calls begins when it is called', async () => {
  const inner = `<bpmn:process id="inner">${startOn('there', ['timer'])}${task('b')}${flows('there>b')}</bpmn:process>`;
  const call = '<bpmn:callActivity id="call" calledElement="inner"/>';
  expect(await told(startOn('on', ['message']) + call, inner)).toEqual([]);
});
