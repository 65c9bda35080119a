import { calendarOf } from '../calendar/calendar.js';
import {
  activity,
  catching,
  compiled,
  compiledFile,
  eventSub,
  flows,
  gateway,
  start,
  startOn,
  task,
} from '../../../../test/properties/engine/draw.js';
import { nextStart, scheduledStarts } from './scheduled-starts.js';
import type { PossibleStart, ScheduledStart } from './scheduled-starts.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const NOON = at('2024-11-01T12:00');

const timed = async (text: string) => compiled(startOn('on', [text]), task('a'), flows('on>a'));

function known({ due, ...place }: PossibleStart): ScheduledStart {
  if (!due.ok) throw new Error(due.error);
  return { ...place, due: due.value };
}

describe('a flow begins by the clock', () => {
  test.each([
    ['timer:P3D', '2024-11-04T12:00'],
    ['timer:2个工作日', '2024-11-06T00:00'],
    ['timer:2个工作日17:30', '2024-11-05T17:30'],
    ['timer:2024-11-20', '2024-11-20T00:00'],
    ['timer:R/P1D', '2024-11-02T12:00'],
    ['timer:R5/2024-11-01/P1M', '2024-12-01T00:00'],
  ])('at %s: %s', async (text, due) => {
    const [only, ...more] = scheduledStarts(await timed(text), NOON);
    expect(more).toEqual([]);
    expect(known(only!).due.dueAt).toBe(at(due));
  });

  test('at once, when its time had passed before it was published', async () => {
    const [only] = scheduledStarts(await timed('timer:2024-01-01'), NOON);
    expect(known(only!).due.dueAt).toBe(at('2024-01-01T00:00'));
  });

  test('by the working days of its own city', async () => {
    const calendar = calendarOf([{ day: '2024-11-04', work: false }], [2024]);
    const [only] = scheduledStarts(await timed('timer:2个工作日'), NOON, calendar);
    expect(known(only!).due.dueAt).toBe(at('2024-11-07T00:00'));
  });

  test('not at a time that asks for what only an instance has: that is said in words', async () => {
    const [only] = scheduledStarts(await timed('timer:form.期限'), NOON);
    expect(only).toEqual({ nodeId: 'on', trigger: 0, due: { ok: false, error: expect.stringContaining('form.期限') } });
  });

  test('at each timer among its starts, the one beside other triggers and the one behind a gateway included', async () => {
    const parts = [
      start('s'),
      startOn('either', ['message', 'timer:P1D']),
      gateway('eventBased', 'g', 'instantiate="true"'),
      catching('c', ['message:M2']),
      catching('late', ['timer:P2D']),
      activity('receiveTask', 'r', 'instantiate="true" messageRef="M1"'),
      flows('g>c', 'g>late'),
    ];
    expect(scheduledStarts(await compiled(...parts), NOON).map(({ nodeId, trigger }) => [nodeId, trigger])).toEqual([
      ['either', 1],
      ['late', 0],
    ]);
  });

  test('not where all of several events are needed, inside an event sub-process, or in another pool', async () => {
    const pool = `<bpmn:process id="bureau">${startOn('there', ['timer'])}${task('b')}${flows('there>b')}</bpmn:process>`;
    const inside = eventSub('es', startOn('inside', ['timer']) + task('x') + flows('inside>x'));
    const both = startOn('both', ['message', 'timer'], 'parallelMultiple="true"');
    const flow = await compiledFile([start('s'), both, task('a'), inside, flows('s>a', 'both>a')], pool);
    expect(scheduledStarts(flow, NOON)).toEqual([]);
  });
});

describe('the next start', () => {
  /** Every start of a flow that is looked at at these moments, as dates of Shanghai. */
  async function starts(text: string, ...looks: readonly string[]): Promise<string[]> {
    const flow = await timed(text);
    const began: string[] = [];
    let next: ScheduledStart | null = known(scheduledStarts(flow, NOON)[0]!);
    for (const look of looks.map(at)) {
      if (next === null || next.due.dueAt > look) continue;
      began.push(new Date(next.due.dueAt + 8 * 3_600_000).toISOString().slice(0, 10));
      next = nextStart(flow, next, look);
    }
    return next === null ? [...began, 'over'] : began;
  }

  test('of a date or a length of time is none', async () => {
    expect(await starts('timer:2024-11-20', '2024-11-20T00:00')).toEqual(['2024-11-20', 'over']);
    expect(await starts('timer:P3D', '2024-11-05T00:00')).toEqual(['2024-11-04', 'over']);
  });

  test('of a cycle is one interval after the one that was due, as often as is drawn', async () => {
    const looks = ['2024-11-02T12:00', '2024-11-03T12:05', '2024-11-04T12:00', '2024-11-05T12:00'];
    expect(await starts('timer:R3/P1D', ...looks)).toEqual(['2024-11-02', '2024-11-03', '2024-11-04', 'over']);
  });

  test('of a cycle of months does not drift', async () => {
    const looks = ['2024-11-01T12:00', '2025-01-31T00:00', '2025-02-28T00:00', '2025-03-31T00:00'];
    expect(await starts('timer:R/2025-01-31/P1M', ...looks)).toEqual(['2025-01-31', '2025-02-28', '2025-03-31']);
  });

  test('after downtime comes after all that are late, and those are counted', async () => {
    const looks = ['2024-11-20T00:00', '2024-11-20T12:00', '2024-11-21T12:00', '2024-11-22T12:00'];
    expect(await starts('timer:R20/P1D', ...looks)).toEqual(['2024-11-02', '2024-11-20', '2024-11-21', 'over']);
  });
});
