import {
  Run,
  and,
  end,
  errorEnd,
  flows,
  onError,
  start,
  sub,
  task,
  timer,
} from '../../../../test/properties/engine/draw.js';

describe('a sub-process', () => {
  const inner =
    start('is') +
    and('ip') +
    task('x') +
    task('y') +
    and('ij') +
    end('ie') +
    flows('is>ip', 'ip>x', 'ip>y', 'x>ij', 'y>ij', 'ij>ie');

  test('is over when its inside is', async () => {
    const run = await Run.of([
      start('s'),
      sub('sp', inner),
      task('after'),
      end('e'),
      flows('s>sp', 'sp>after', 'after>e'),
    ]);
    expect(run.marking.active).toEqual(['x', 'y']);
    expect(run.complete('x').complete('y').marking.active).toEqual(['after']);
  });

  test('is cancelled whole by the timer on its border', async () => {
    const run = await Run.of([
      start('s'),
      sub('sp', inner),
      timer('late', 'sp', 'timeDuration', 'P1D'),
      task('urge'),
      end('e'),
      flows('s>sp', 'sp>e', 'late>urge', 'urge>e'),
    ]);
    expect(run.complete('x').fire('late').done).toEqual(['task.cancel y', 'task.open urge']);
    expect(run.marking).toMatchObject({ active: ['urge'], tokens: [{ at: 'urge' }] });
  });

  const failing = (error: string | undefined, ...boundaries: readonly string[]) => [
    start('s'),
    sub(
      'sp',
      start('is') +
        and('ip') +
        task('x') +
        task('y') +
        errorEnd('boom', error) +
        end('ie') +
        flows('is>ip', 'ip>x', 'ip>y', 'x>boom', 'y>ie'),
    ),
    ...boundaries,
    task('fix'),
    end('e'),
    flows('s>sp', 'sp>e', 'fix>e', ...boundaries.map((each) => `${/id="([^"]*)"/.exec(each)![1]}>fix`)),
  ];

  test('an error inside takes the boundary that names it, before the one that takes all', async () => {
    const run = await Run.of(failing('LATE', onError('any', 'sp'), onError('named', 'sp', 'LATE')));
    expect(run.complete('x').done).toEqual(['task.close x', 'task.cancel y', 'task.open fix']);
    expect(run.passed).toContain('named');
  });

  test('an error that nobody catches ends the instance as failed', async () => {
    const run = await Run.of(failing('BAD', onError('named', 'sp', 'LATE')));
    run.complete('x');
    expect(run.marking).toMatchObject({ status: 'completed', outcome: 'failed', active: [] });
    expect(run.done).toEqual(['task.close x', 'task.cancel y', 'end boom']);
  });

  test('an error goes outwards until somebody catches it', async () => {
    const deep = sub(
      'outer',
      start('os') +
        sub('inner', start('is') + task('x') + errorEnd('boom', 'LATE') + flows('is>x', 'x>boom')) +
        end('oe') +
        flows('os>inner', 'inner>oe'),
    );
    const run = await Run.of([
      start('s'),
      deep,
      onError('caught', 'outer'),
      task('fix'),
      end('e'),
      flows('s>outer', 'outer>e', 'caught>fix', 'fix>e'),
    ]);
    expect(run.complete('x').marking.active).toEqual(['fix']);
  });

  test('an error end of the process itself ends the instance as failed', async () => {
    const run = await Run.of([start('s'), task('a'), errorEnd('no'), flows('s>a', 'a>no')]);
    expect(run.complete('a').marking).toMatchObject({ status: 'completed', outcome: 'failed' });
  });

  test('entered again in the same step it is cancelled and opened anew', async () => {
    const run = await Run.of([
      start('s'),
      sub('sp', start('is') + task('x') + end('ie') + flows('is>x', 'x>ie')),
      timer('late', 'sp', 'timeDuration', 'P1D'),
      end('e'),
      flows('s>sp', 'sp>e', 'late>sp'),
    ]);
    expect(run.fire('late').done).toEqual(['task.cancel x', 'timer.start late', 'task.open x']);
  });
});
