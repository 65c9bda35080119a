import {
  Run,
  and,
  boundary,
  end,
  endWith,
  errorEnd,
  eventSub,
  extended,
  flows,
  start,
  startOn,
  sub,
  task,
} from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.5.3, §13.5.6.

const both = (...rest: readonly string[]) => [
  start('s'),
  and('p'),
  task('a'),
  task('b'),
  ...rest,
  flows('s>p', 'p>a', 'p>b'),
];

describe('an end event', () => {
  test('consumes its token; the instance ends when there is none left', async () => {
    const run = await Run.of([...both(end('e1', 'first'), end('e2', 'second')), flows('a>e1', 'b>e2')]);
    expect(run.complete('a').done).toEqual(['task.close a']);
    expect(run.effects).toContainEqual({ type: 'done', nodeId: 'e1' });
    run.complete('b');
    expect(run.effects.at(-1)).toEqual({ type: 'end', nodeId: 'e2', outcome: 'second' });
  });

  test('is not needed: a token whose node has no flow out is consumed there', async () => {
    const run = await Run.of([start('s'), task('a'), flows('s>a')]);
    run.complete('a');
    expect(run.effects.at(-1)).toEqual({ type: 'end', nodeId: 'flow', outcome: 'accepted' });
  });

  test('with a message sends it, with a correlation key and the data drawn for it', async () => {
    const sends = extended(endWith('e', 'message'), '<chengban:input from="form.结论" to="结论"/>');
    const correlated = sends.replace('id="e"', 'id="e" chengban:correlation="form.文号"');
    const run = await Run.of([start('s'), task('a'), correlated, flows('s>a', 'a>e')]);
    run.complete('a', { form: { 文号: 12, 结论: '同意' } });
    expect(run.effects).toContainEqual({
      type: 'message.send',
      nodeId: 'e',
      name: '来文',
      key: '12',
      variables: { 结论: '同意' },
    });
    expect(run.marking.status).toBe('completed');
  });

  test('with a signal sends it to everything that waits, in this instance and outside', async () => {
    const run = await Run.of([
      ...both(endWith('e1', 'signal'), boundary('heard', 'b', ['signal']), task('c'), end('e2')),
      flows('a>e1', 'b>e2', 'heard>c', 'c>e2'),
    ]);
    run.complete('a');
    expect(run.effects).toContainEqual({ type: 'signal.send', nodeId: 'e1', name: '放行', variables: {} });
    expect(run.active).toEqual(['c']);
  });

  test('with an error that nothing catches ends everything as failed, and is named as the end', async () => {
    const run = await Run.of([...both(errorEnd('bad', 'BAD'), end('e')), flows('a>bad', 'b>e')]);
    expect(run.complete('a').done).toEqual(['task.close a', 'task.cancel b', 'end bad']);
    expect(run.marking).toMatchObject({ status: 'completed', outcome: 'failed', tokens: [] });
  });

  test('with an escalation that nothing catches is an end like any other', async () => {
    const run = await Run.of([...both(endWith('e1', 'escalation'), end('e2')), flows('a>e1', 'b>e2')]);
    expect(run.complete('a').active).toEqual(['b']);
  });

  test('that terminates ends everything in its process at once', async () => {
    const run = await Run.of([...both(endWith('stop', 'terminate'), end('e')), flows('a>stop', 'b>e')]);
    expect(run.complete('a').done).toEqual(['task.close a', 'task.cancel b', 'end stop']);
  });

  test('that terminates a sub-process ends only this one, which then goes on', async () => {
    const inside = start('is') + and('ip') + task('x') + task('y') + endWith('stop', 'terminate');
    const run = await Run.of([
      start('s'),
      sub('sp', inside + flows('is>ip', 'ip>x', 'ip>y', 'x>stop')),
      task('after'),
      flows('s>sp', 'sp>after'),
    ]);
    expect(run.complete('x').done).toEqual(['task.close x', 'task.cancel y', 'task.open after']);
  });

  test('that terminates cancels no task that was only on its way to be opened', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('x'),
      endWith('stop', 'terminate'),
      flows('s>p', 'p>stop', 'p>x', 'x>stop'),
    ]);
    expect(run.done).toEqual(['end stop']);
  });

  test('with several results carries them out in order', async () => {
    const run = await Run.of([start('s'), task('a'), endWith('e', 'message', 'signal:S2'), flows('s>a', 'a>e')]);
    expect(run.complete('a').done).toEqual(['task.close a', 'message.send e', 'signal.send e', 'end e']);
  });

  test('is not needed where somebody terminates the instance from outside', async () => {
    const run = await Run.of([...both(boundary('late', 'b', ['timer']), end('e')), flows('a>e', 'b>e', 'late>e')]);
    run.on({ type: 'terminate', outcome: 'withdrawn' });
    expect(run.done).toEqual(['task.cancel a', 'task.cancel b', 'timer.cancel late', 'end flow']);
    expect(run.marking).toMatchObject({ status: 'completed', outcome: 'withdrawn', tokens: [] });
  });

  test('of an event sub-process that takes the place of the process is the end of the instance', async () => {
    const run = await Run.of([
      start('s'),
      task('a'),
      end('e'),
      flows('s>a', 'a>e'),
      eventSub('es', startOn('on', ['signal:S2']) + end('stopped', 'withdrawn') + flows('on>stopped')),
    ]);
    run.signal('停办');
    expect(run.effects.at(-1)).toEqual({ type: 'end', nodeId: 'stopped', outcome: 'withdrawn' });
  });
});
