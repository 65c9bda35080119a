import {
  Run,
  activity,
  boundary,
  end,
  endWith,
  eventSub,
  flows,
  start,
  startOn,
  sub,
  task,
  throwing,
  undoing,
} from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.7, §13.5.5; transactions §13.3.4.

const undo = (id: string): string => activity('userTask', id, 'isForCompensation="true"');
/** `a`, which can be undone. */
const one = task('a') + undo('undo-a') + undoing('a', 'undo-a');
/** `a` and `b`, each of which can be undone. */
const two = task('a') + task('b') + undo('undo-a') + undo('undo-b') + undoing('a', 'undo-a') + undoing('b', 'undo-b');

describe('compensation', () => {
  const thrown = (trigger: string) => [
    start('s'),
    two,
    throwing('back', trigger),
    task('after'),
    flows('s>a', 'a>b', 'b>back', 'back>after'),
  ];

  test('undoes what completed, the newest first, and only then goes on', async () => {
    const run = (await Run.of(thrown('compensation'))).complete('a').complete('b');
    expect(run.active).toEqual(['undo-b']);
    expect(run.complete('undo-b').active).toEqual(['undo-a']);
    expect(run.passed).toEqual(['a-undo', 'undo-a']);
    expect(run.complete('undo-a').active).toEqual(['after']);
  });

  test('of one activity undoes it alone', async () => {
    const run = (await Run.of(thrown('compensation:a'))).complete('a').complete('b');
    expect(run.active).toEqual(['undo-a']);
    expect(run.complete('undo-a').active).toEqual(['after']);
  });

  test('does nothing about what has not completed', async () => {
    const run = await Run.of([start('s'), throwing('back', 'compensation'), one, flows('s>back', 'back>a')]);
    expect([run.active, run.marking.compensations]).toEqual([['a'], undefined]);
  });

  test('undoes nothing twice', async () => {
    const parts = [start('s'), one, throwing('t1', 'compensation'), throwing('t2', 'compensation'), task('after')];
    const run = await Run.of([...parts, flows('s>a', 'a>t1', 't1>t2', 't2>after')]);
    expect(run.complete('a').complete('undo-a').active).toEqual(['after']);
  });

  test('that is not waited for lets its thrower go on at once', async () => {
    const throws = throwing('back', 'compensation').replace(
      '<bpmn:compensateEventDefinition',
      '<bpmn:compensateEventDefinition waitForCompletion="false"',
    );
    const run = await Run.of([start('s'), one, throws, task('after'), flows('s>a', 'a>back', 'back>after')]);
    expect(run.complete('a').active).toEqual(['undo-a', 'after']);
    expect(run.complete('after').marking.status).toBe('running');
    expect(run.complete('undo-a').marking.status).toBe('completed');
  });

  test('of a completed sub-process undoes what completed inside it, with the data that it had then', async () => {
    const run = await Run.of([
      start('s'),
      sub('sp', `<bpmn:dataObject id="d" name="文号"/>${start('is')}${two}${flows('is>a', 'a>b')}`),
      throwing('back', 'compensation'),
      task('after'),
      flows('s>sp', 'sp>back', 'back>after'),
    ]);
    run.complete('a', { 文号: 7 }).complete('b');
    expect(run.active).toEqual(['undo-b']);
    expect(run.marking.scopes).toMatchObject([{ scope: 'sp', data: { 文号: 7 } }]);
    expect(run.complete('undo-b').complete('undo-a').active).toEqual(['after']);
  });

  test('of a sub-process with a compensation event sub-process is what that does', async () => {
    const own = eventSub(
      'es',
      startOn('on', ['compensation']) + task('x') + throwing('inner', 'compensation') + flows('on>x', 'x>inner'),
    );
    const run = await Run.of([
      start('s'),
      sub('sp', start('is') + one + flows('is>a') + own),
      throwing('back', 'compensation'),
      task('after'),
      flows('s>sp', 'sp>back', 'back>after'),
    ]);
    expect(run.complete('a').active).toEqual(['x']);
    expect(run.complete('x').active).toEqual(['undo-a']);
    expect(run.complete('undo-a').active).toEqual(['after']);
  });

  test('of a sub-process that ran several times undoes each run', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
    const run = await Run.of([
      start('s'),
      sub('sp', loop + start('is') + one + flows('is>a')),
      throwing('back', 'compensation'),
      task('after'),
      flows('s>sp', 'sp>back', 'back>after'),
    ]);
    run.complete('a').complete('a');
    expect(run.complete('undo-a').complete('undo-a').active).toEqual(['after']);
  });

  test('is ended with its scope when the process terminates', async () => {
    const throws = throwing('back', 'compensation').replace(
      '<bpmn:compensateEventDefinition',
      '<bpmn:compensateEventDefinition waitForCompletion="false"',
    );
    const run = await Run.of([
      start('s'),
      one,
      throws,
      task('after'),
      endWith('stop', 'terminate'),
      flows('s>a', 'a>back', 'back>after', 'after>stop'),
    ]);
    run.complete('a').complete('after');
    expect(run.done).toEqual(['task.close after', 'task.cancel undo-a', 'end stop']);
    expect(run.marking.compensations).toBeUndefined();
  });
});

describe('a transaction', () => {
  const transaction = (...rest: readonly string[]) => [
    start('s'),
    `<bpmn:transaction id="t">${start('is')}${two}${endWith('cancelled', 'cancel')}${flows('is>a', 'a>b', 'b>cancelled')}</bpmn:transaction>`,
    task('after'),
    ...rest,
  ];

  test('that is cancelled undoes what was done, then leaves by its cancel event', async () => {
    const run = await Run.of(
      transaction(
        boundary('on-cancel', 't', ['cancel']),
        task('instead'),
        flows('s>t', 't>after', 'on-cancel>instead'),
      ),
    );
    run.complete('a').complete('b');
    expect(run.active).toEqual(['undo-b']);
    run.complete('undo-b').complete('undo-a');
    expect([run.active, run.passed]).toEqual([['instead'], ['on-cancel', 'on-cancel-instead', 'instead']]);
    expect(run.marking.scopes).toBeUndefined();
  });

  test('that nobody asks about being cancelled goes on by its flow', async () => {
    const run = await Run.of(transaction(flows('s>t', 't>after')));
    run.complete('a').complete('b').complete('undo-b').complete('undo-a');
    expect(run.active).toEqual(['after']);
  });

  test('that fails is left by its error event, and nothing is undone by itself', async () => {
    const run = await Run.of([
      start('s'),
      `<bpmn:transaction id="t">${start('is')}${two}${endWith('bad', 'error')}${flows('is>a', 'a>bad')}</bpmn:transaction>`,
      boundary('on-error', 't', ['error']),
      task('instead'),
      flows('s>t', 'on-error>instead'),
    ]);
    expect(run.complete('a').active).toEqual(['instead']);
  });

  test('that completes can be undone as a whole, like any sub-process', async () => {
    const run = await Run.of([
      start('s'),
      `<bpmn:transaction id="t">${start('is')}${one}${end('ie')}${flows('is>a', 'a>ie')}</bpmn:transaction>`,
      endWith('back', 'compensation'),
      flows('s>t', 't>back'),
    ]);
    expect(run.complete('a').active).toEqual(['undo-a']);
    expect(run.complete('undo-a').marking.status).toBe('completed');
  });
});
