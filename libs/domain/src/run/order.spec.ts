import {
  Run,
  activity,
  and,
  beside,
  boundary,
  catching,
  end,
  endWith,
  eventSub,
  flows,
  or,
  start,
  startOn,
  sub,
  task,
  throwing,
  undoing,
} from '../../../../test/properties/engine/draw.js';

const done = (run: Run): readonly string[] =>
  run.effects.flatMap((effect) => (effect.type === 'done' ? [effect.nodeId] : []));

describe('what happens at the same time', () => {
  test('a signal is heard by those who are still on their way to where they wait for it', async () => {
    const run = await Run.of([
      start('s'),
      and('p'),
      throwing('call', 'signal'),
      activity('manualTask', 'walk'),
      catching('hear', ['signal']),
      end('e'),
      flows('s>p', 'p>call', 'p>walk', 'walk>hear', 'call>e', 'hear>e'),
    ]);
    expect(run.marking.status).toBe('completed');
  });

  test('who throws has gone on before anyone reacts, so that an answer finds it waiting', async () => {
    const run = await Run.of([
      start('s'),
      throwing('ask', 'signal:S1'),
      catching('answer', ['signal:S2']),
      end('e'),
      flows('s>ask', 'ask>answer', 'answer>e'),
      eventSub(
        'react',
        startOn('asked', ['signal:S1'], 'isInterrupting="false"') +
          endWith('replied', 'signal:S2') +
          flows('asked>replied'),
      ),
    ]);
    expect(run.marking.status).toBe('completed');
    expect(done(run)).toEqual(expect.arrayContaining(['answer', 'react']));
  });

  test('a signal comes to the innermost first: it reacts before the border around it is crossed', async () => {
    const run = await Run.of([
      start('s'),
      sub(
        'inner',
        start('is') +
          endWith('ie', 'signal') +
          flows('is>ie') +
          eventSub('react', startOn('asked', ['signal']) + task('work') + end('re') + flows('asked>work', 'work>re')),
      ),
      boundary('out', 'inner', ['signal']),
      end('e'),
      end('left'),
      flows('s>inner', 'inner>e', 'out>left'),
    ]);
    expect(run.marking).toMatchObject({ status: 'completed', outcome: 'accepted' });
    expect(done(run)).toEqual(expect.arrayContaining(['asked', 'out', 'left']));
    expect(done(run)).not.toContain('react');
  });

  test('of several event sub-processes that wait for one signal the interrupting one comes first', async () => {
    const run = await Run.of([
      start('s'),
      endWith('e', 'signal'),
      flows('s>e'),
      eventSub('also', startOn('a', ['signal'], 'isInterrupting="false"') + end('ae') + flows('a>ae')),
      eventSub('instead', startOn('i', ['signal']) + end('ie') + flows('i>ie')),
    ]);
    expect(done(run)).toContain('instead');
    expect(done(run)).not.toContain('a');
  });
});

describe('an inclusive join', () => {
  test('waits for an activity that can come to an empty flow, though an event on its border leads to a filled one', async () => {
    const run = await Run.of([
      start('s'),
      task('a'),
      beside('urge', 'a', ['message']),
      or('j'),
      task('b'),
      end('e'),
      flows('s>a', 'a>j', 'urge>j', 'j>b', 'b>e'),
    ]);
    expect(run.message('来文').active).toEqual(['a']);
    expect(run.complete('a').active).toEqual(['b']);
    expect(run.complete('b').marking.status).toBe('completed');
  });
});

describe('what no flow leads to', () => {
  test('begins together with a sub-process that has start events, and so do all of these', async () => {
    const run = await Run.of([
      start('s'),
      sub(
        'inner',
        start('one') + start('two') + task('a') + task('b') + task('c') + end('ie') + flows('one>a', 'two>b', 'a>ie'),
      ),
      end('e'),
      flows('s>inner', 'inner>e'),
    ]);
    expect(run.active).toEqual(['a', 'b', 'c']);
  });

  test('begins with the process at whichever start event that begins', async () => {
    const drawn = [start('s'), start('other'), task('a'), task('b'), end('e'), flows('s>a', 'a>e')];
    expect((await Run.of(drawn)).active).toEqual(['a', 'b']);
    expect((await Run.of(drawn, {}, 0, { nodeId: 'other' })).active).toEqual(['b']);
  });
});

describe('a sub-process without a token of its own is told as done', () => {
  test('an event sub-process, when it has run', async () => {
    const run = await Run.of([
      start('s'),
      task('a'),
      end('e'),
      flows('s>a', 'a>e'),
      eventSub('react', startOn('asked', ['message'], 'isInterrupting="false"') + end('re') + flows('asked>re')),
    ]);
    expect(done(run.message('来文'))).toEqual(['asked', 're', 'react']);
  });

  test('a sub-process that was looked into again to undo what completed in it', async () => {
    const run = await Run.of([
      start('s'),
      sub(
        'inner',
        start('is') +
          activity('manualTask', 'pay') +
          activity('manualTask', 'refund', 'isForCompensation="true"') +
          undoing('pay', 'refund') +
          end('ie') +
          flows('is>pay', 'pay>ie'),
      ),
      throwing('undo', 'compensation'),
      end('e'),
      flows('s>inner', 'inner>undo', 'undo>e'),
    ]);
    expect(done(run)).toEqual(['s', 'is', 'pay', 'ie', 'inner', 'refund', 'inner', 'undo', 'e']);
  });
});
