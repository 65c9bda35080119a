import { Run, beside, end, flows, start, task, timer } from '../../../../test/properties/engine/draw.js';

describe('timers on the border', () => {
  const noon = Date.parse('2024-10-08T12:00:00+08:00');
  const timed = (kind: string, text: string) => [
    start('s'),
    task('a'),
    timer('late', 'a', kind, text),
    task('urge'),
    end('e'),
    flows('s>a', 'a>e', 'late>urge', 'urge>e'),
  ];

  test.each([
    ['timeDuration', 'P3D', '2024-10-11T12:00:00+08:00'],
    ['timeDate', '2024-12-01', '2024-12-01T00:00:00+08:00'],
  ])('%s %s says when it is due', async (kind, text, due) => {
    const run = await Run.of(timed(kind, text), {}, noon);
    expect(run.effects).toContainEqual({ type: 'timer.start', nodeId: 'late', token: 1, dueAt: Date.parse(due) });
  });

  test('firing cancels the task, completing cancels the timer', async () => {
    expect((await Run.of(timed('timeDuration', 'P3D'))).fire('late').done).toEqual(['task.cancel a', 'task.open urge']);
    expect((await Run.of(timed('timeDuration', 'P3D'))).complete('a').done).toEqual([
      'task.close a',
      'timer.cancel late',
      'end e',
    ]);
  });

  test('after its task it cannot fire any more', async () => {
    const run = (await Run.of(timed('timeDuration', 'P3D'))).fire('late');
    expect(() => run.fire('late')).toThrow('not-active');
  });

  test('back to its own task: cancelled and opened anew, with a new timer', async () => {
    const run = await Run.of([
      start('s'),
      task('a'),
      timer('late', 'a', 'timeDuration', 'P1D'),
      end('e'),
      flows('s>a', 'a>e', 'late>a'),
    ]);
    expect(run.fire('late').done).toEqual(['task.cancel a', 'task.open a', 'timer.start late']);
  });

  test('with a time that is none is an incident beside the open task, until the time is mended', async () => {
    const run = await Run.of(timed('timeDuration', 'limit'), { limit: '三天' });
    expect(run.done).toEqual(['task.open a', 'incident a']);
    expect(run.marking).toMatchObject({ status: 'incident', active: ['a'], incidents: [{ code: 'bad-timer' }] });
    expect(run.retry('a', { limit: 'P3D' }).done).toEqual(['incident.resolved a', 'timer.start late']);
    expect(run.marking.status).toBe('running');
  });

  test('a cycle whose next time cannot be worked out any more is an incident, not silence', async () => {
    const run = await Run.of(
      [
        start('s'),
        task('a'),
        beside('remind', 'a', ['timer:Rhythm']),
        task('urge'),
        end('e'),
        flows('s>a', 'a>e', 'remind>urge', 'urge>e'),
      ],
      { Rhythm: 'R3/P1D' },
    );
    run.change({ Rhythm: '每天' });
    expect(run.fire('remind').done).toEqual(['incident a', 'task.open urge']);
    expect(run.marking).toMatchObject({ active: ['a', 'urge'], incidents: [{ nodeId: 'a', code: 'bad-timer' }] });
    expect(run.retry('a', { Rhythm: 'R3/P1D' }).done).toEqual(['incident.resolved a', 'timer.start remind']);
  });
});
