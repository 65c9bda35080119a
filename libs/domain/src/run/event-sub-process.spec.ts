import {
  Run,
  and,
  end,
  endWith,
  eventSub,
  flows,
  start,
  startOn,
  sub,
  task,
  throwing,
} from '../../../../test/properties/engine/draw.js';

// BPMN 2.0.2 §10.3.5, §13.5.4.

const handler = (trigger: string, attributes = ''): string =>
  eventSub('es', startOn('on', [trigger], attributes) + task('x') + end('ex') + flows('on>x', 'x>ex'));
const beside = 'isInterrupting="false"';

const process = (...handlers: readonly string[]) => [start('s'), task('a'), end('e'), flows('s>a', 'a>e'), ...handlers];

type Happening = readonly [trigger: string, happens: (run: Run) => Run];
const happenings: readonly Happening[] = [
  ['message', (run) => run.message('来文')],
  ['signal', (run) => run.signal('放行')],
  ['timer:PT1H', (run) => run.fire('on')],
  ['conditional:金额 > 100', (run) => run.change({ 金额: 200 })],
];

describe('an event sub-process that interrupts', () => {
  test.each(happenings)('%s: takes the place of everything in its scope', async (trigger, happens) => {
    const run = await Run.of(process(handler(trigger)), { 金额: 1 });
    expect(happens(run).active).toEqual(['x']);
    expect(run.done).toEqual(expect.arrayContaining(['task.cancel a', 'task.open x']));
    expect(run.marking).toMatchObject({ root: { interrupted: true } });
    expect(run.marking.timers).toBeUndefined();
    expect(run.complete('x').marking).toMatchObject({ status: 'completed', tokens: [] });
  });

  test('is forgotten when its scope is done first', async () => {
    const run = (await Run.of(process(handler('timer:PT1H')))).complete('a');
    expect(run.done).toEqual(['task.close a', 'timer.cancel on', 'end e']);
  });

  test('of a sub-process leaves what is around it alone; the sub-process then goes on', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      task('a'),
      sub('sp', start('is') + task('i') + flows('is>i') + handler('signal')),
      task('after'),
      flows('s>p', 'p>a', 'p>sp', 'sp>after'),
    ]);
    expect(run.signal('放行').active.toSorted()).toEqual(['a', 'x']);
    expect(run.complete('x').active.toSorted()).toEqual(['a', 'after']);
  });

  test('catches an error thrown in its scope before the border of the scope does', async () => {
    const run = await Run.of([
      start('s'),
      sub('sp', start('is') + task('i') + endWith('bad', 'error') + flows('is>i', 'i>bad') + handler('error')),
      task('after'),
      flows('s>sp', 'sp>after'),
    ]);
    expect(run.complete('i').active).toEqual(['x']);
    expect(run.complete('x').active).toEqual(['after']);
  });

  test('catches an error of the process, which then has not failed', async () => {
    const run = await Run.of([
      start('s'),
      task('a'),
      endWith('bad', 'error'),
      flows('s>a', 'a>bad'),
      handler('error:*'),
    ]);
    expect(run.complete('a').complete('x').marking).toMatchObject({ status: 'completed', outcome: 'accepted' });
  });

  test('itself failing lets the error go on outwards', async () => {
    const failing = eventSub('es', startOn('on', ['error']) + endWith('again', 'error') + flows('on>again'));
    const run = await Run.of([start('s'), task('a'), endWith('bad', 'error'), flows('s>a', 'a>bad'), failing]);
    run.complete('a');
    expect(run.effects.at(-1)).toEqual({ type: 'end', nodeId: 'again', outcome: 'failed' });
  });
});

describe('an event sub-process that does not interrupt', () => {
  test.each(happenings)('%s: runs beside its scope, which ends when both are done', async (trigger, happens) => {
    const run = await Run.of(process(handler(trigger, beside)), { 金额: 1 });
    expect(happens(run).active).toEqual(['a', 'x']);
    expect(run.complete('a').marking.status).toBe('running');
    expect(run.complete('x').marking.status).toBe('completed');
  });

  test('starts anew as often as its event happens, each with variables of its own', async () => {
    const own = eventSub(
      'es',
      '<bpmn:dataObject id="d" name="序号" chengban:initial="次数"/>' +
        startOn('on', ['message'], beside) +
        task('x') +
        flows('on>x'),
    );
    const run = await Run.of(process(own), { 次数: 0 });
    run.message('来文', { 次数: 1 }).message('来文', { 次数: 2 });
    expect(run.tokensAt('x')).toHaveLength(2);
    expect(run.marking.scopes?.map(({ data }) => data)).toEqual([{ 序号: 1 }, { 序号: 2 }]);
  });

  test('hears an escalation thrown in its scope, and the thrower goes on', async () => {
    const run = await Run.of([
      start('s'),
      task('a'),
      throwing('up', 'escalation'),
      task('b'),
      flows('s>a', 'a>up', 'up>b'),
      handler('escalation', beside),
    ]);
    expect(run.complete('a').active).toEqual(['b', 'x']);
  });

  test('with a cycle starts again and again', async () => {
    const run = await Run.of(process(handler('timer:R/PT1H', beside)));
    run.fire('on').fire('on');
    expect(run.tokensAt('x')).toHaveLength(2);
    expect(run.marking.timers).toMatchObject([{ node: 'on', on: 0, left: -1 }]);
  });

  test('with a time that is none is an incident of its scope, until somebody mends it', async () => {
    const run = await Run.of(process(handler('timer:limit', beside)), { limit: '三天' });
    expect(run.marking).toMatchObject({
      status: 'incident',
      active: ['a'],
      incidents: [{ nodeId: 'on', token: 0, code: 'bad-timer' }],
    });
    expect(run.retry('on', { limit: 'PT3H' }).done).toEqual(['incident.resolved on', 'timer.start on']);
    expect(run.marking.status).toBe('running');
  });
});
