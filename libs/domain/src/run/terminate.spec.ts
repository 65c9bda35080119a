import { Run, catching, end, eventSub, flows, start, startOn, task } from '../../../../test/properties/engine/draw.js';

test('an instance that is ended from outside calls off each thing once', async () => {
  const inner = startOn('is', ['message']) + end('ie') + flows('is>ie');
  const run = await Run.of([
    start('s'),
    catching('m', ['message:M2']),
    task('after'),
    eventSub('withdraw', inner),
    flows('s>m', 'm>after'),
  ]);
  const { effects, marking } = run.on({ type: 'terminate', outcome: 'failed' });
  expect(effects).toEqual([
    { type: 'wait.cancel', nodeId: 'is', token: 0 },
    { type: 'wait.cancel', nodeId: 'm', token: 1 },
    { type: 'end', nodeId: 'flow', outcome: 'failed' },
  ]);
  expect(marking).toMatchObject({ status: 'completed', outcome: 'failed', tokens: [] });
});
