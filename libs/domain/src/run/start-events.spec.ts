import {
  Run,
  activity,
  end,
  endWith,
  eventSub,
  flows,
  gateway,
  catching,
  compiledFile,
  start,
  startOn,
  task,
} from '../../../../test/properties/engine/draw.js';
import { beginningsOf } from './beginnings.js';

// BPMN 2.0.2 §10.5.2, §13.5.1: what triggered a start event has happened when a token appears there.

describe('a start event', () => {
  test('without a trigger starts by hand, and passes its token on', async () => {
    const run = await Run.of([start('s'), task('a'), flows('s>a')]);
    expect(run.passed).toEqual(['s', 's-a', 'a']);
    expect(run.effects).toContainEqual({ type: 'done', nodeId: 's' });
  });

  test.each(['message', 'timer', 'signal', 'conditional:x = 1'])(
    'with the trigger %s starts where the event says, beside the plain one',
    async (trigger) => {
      const parts = [start('s'), startOn('on', [trigger]), task('a'), task('b'), flows('s>a', 'on>b')];
      expect((await Run.of(parts)).active).toEqual(['a']);
      expect((await Run.of(parts, {}, 0, { nodeId: 'on' })).active).toEqual(['b']);
    },
  );

  test('with several triggers starts once, whichever of them happened', async () => {
    const parts = [startOn('on', ['message', 'signal']), task('a'), flows('on>a')];
    const run = await Run.of(parts, { 标题: '请示' }, 0, { nodeId: 'on' });
    expect([run.active, run.marking.variables]).toEqual([['a'], { 标题: '请示' }]);
  });

  test('of a process that only events start is where a start by hand begins', async () => {
    expect((await Run.of([startOn('on', ['message']), task('a'), flows('on>a')])).active).toEqual(['a']);
  });

  test('takes of a message what the drawing takes, under the names that it gives', async () => {
    const run = await Run.of(
      [startOn('on', ['message']).replace('</bpmn:startEvent>', '</bpmn:startEvent>'), task('a'), flows('on>a')].map(
        (part) =>
          part.replace(
            '<bpmn:messageEventDefinition',
            '<bpmn:extensionElements><chengban:output from="来文.标题" to="标题"/></bpmn:extensionElements><bpmn:messageEventDefinition',
          ),
      ),
      { 来文: { 标题: '请示', 密级: '秘密' } },
      0,
      { nodeId: 'on' },
    );
    expect(run.marking.variables).toEqual({ 标题: '请示' });
  });

  test('leaves what the instance has of its own as it is, whatever the message brings', async () => {
    const at = { nodeId: 'on', brought: { unit: '冒名', 标题: '请示' } };
    const run = await Run.of([startOn('on', ['message']), task('a'), flows('on>a')], { unit: '大江镇' }, 0, at);
    expect(run.marking.variables).toEqual({ unit: '大江镇', 标题: '请示' });
  });

  test('that does not exist starts nothing', async () => {
    await expect(Run.of([start('s'), task('a'), flows('s>a')], {}, 0, { nodeId: 'nowhere' })).rejects.toThrow(
      'unknown-node',
    );
  });
});

describe('a process without start events (§13.3.4)', () => {
  test('starts everything that no flow leads to', async () => {
    const run = await Run.of([task('a'), task('b'), task('c'), end('e'), flows('a>c', 'c>e', 'b>e')]);
    expect(run.active).toEqual(['a', 'b']);
  });

  test('does not start activities for compensation, event sub-processes or boundary events', async () => {
    const run = await Run.of([
      task('a'),
      activity('userTask', 'undo', 'isForCompensation="true"'),
      eventSub('es', startOn('on', ['signal']) + task('x') + flows('on>x')),
    ]);
    expect(run.active).toEqual(['a']);
  });
});

describe('a process that an event starts without a start event', () => {
  test('begins at the receive task that instantiates, which has its message', async () => {
    const run = await Run.of(
      [activity('receiveTask', 'r', 'instantiate="true" messageRef="M1"'), task('a'), flows('r>a')],
      { 文号: 7 },
      0,
      { nodeId: 'r' },
    );
    expect([run.active, run.marking.variables]).toEqual([['a'], { 文号: 7 }]);
  });

  const behind = (attributes: string) => [
    gateway('eventBased', 'g', `instantiate="true" ${attributes}`),
    catching('m1', ['message']),
    catching('m2', ['message:M2']),
    task('a'),
    task('b'),
    end('e'),
    flows('g>m1', 'g>m2', 'm1>a', 'm2>b', 'a>e', 'b>e'),
  ];

  test('begins behind its event-based gateway, at the event that happened (§13.4.4)', async () => {
    const run = await Run.of(behind(''), {}, 0, { nodeId: 'm2' });
    expect([run.active, run.passed]).toEqual([['b'], ['g', 'g-m2', 'm2', 'm2-b', 'b']]);
    expect(() => run.message('来文')).toThrow('nobody-waits');
  });

  test('waits in the same instance for the other events, where the gateway is parallel', async () => {
    const run = await Run.of(behind('eventGatewayType="Parallel"'), {}, 0, { nodeId: 'm2' });
    expect(run.active).toEqual(['m1', 'b']);
    expect(run.complete('b').marking.status).toBe('running');
    expect(run.message('来文').complete('a').marking.status).toBe('completed');
  });
});

test('what a process may begin with is told: start events, receive tasks, and the events behind a gateway, but none of which all are needed', async () => {
  const parts = [
    startOn('on', ['message', 'timer']),
    activity('receiveTask', 'r', 'instantiate="true" messageRef="M2"'),
    gateway('eventBased', 'g', 'instantiate="true"'),
    catching('c', ['signal']),
    catching('late', ['timer']),
    catching('inside', ['message']),
    startOn('all', ['message', 'signal'], 'parallelMultiple="true"'),
    flows('g>c', 'g>late', 'on>inside'),
  ];
  const flow = await compiledFile(parts, '');
  expect(beginningsOf(flow).map(({ process, nodeId, kind }) => [process, nodeId, kind])).toEqual([
    ['flow', 'on', 'message'],
    ['flow', 'r', 'message'],
    ['flow', 'c', 'signal'],
  ]);
});

describe('another process of the file', () => {
  const reply =
    '<bpmn:process id="bureau">' +
    startOn('asked', ['message']) +
    task('answer') +
    endWith('answered', 'message:M2') +
    flows('asked>answer', 'answer>answered') +
    '</bpmn:process>';

  test('is an instance of its own, started by its message, and stays itself through persisting', async () => {
    const file = await compiledFile([start('s'), task('a'), flows('s>a')], reply);
    const run = Run.from(file, { 文号: 7 }, 0, { process: 'bureau', nodeId: 'asked' });
    expect(run.marking).toMatchObject({ process: 'bureau', active: ['answer'], variables: { 文号: 7 } });
    run.complete('answer');
    expect(run.done).toEqual(['task.close answer', 'message.send answered', 'end answered']);
    expect(run.marking).toMatchObject({ process: 'bureau', status: 'completed' });
  });

  test('that does not exist cannot be started', async () => {
    const file = await compiledFile([start('s'), task('a'), flows('s>a')], reply);
    expect(() => Run.from(file, {}, 0, { process: 'nobody' })).toThrow('unknown-node');
  });
});
