import { DraftSaver, type Conflict, type DraftDoor } from './draft-saver.js';

const { jest } = import.meta;

class Stale extends Error {
  constructor(readonly conflict: Conflict) {
    super('stale');
  }
}
const conflictOf = (error: unknown): Conflict | null => (error instanceof Stale ? error.conflict : null);

/** A server with one draft; `fail` makes the next request fail. */
function server(): DraftDoor & { saved: { xml: string; seen: number | null }[]; fail: (error: Error) => void } {
  const saved: { xml: string; seen: number | null }[] = [];
  let failure: Error | null = null;
  return {
    saved,
    conflictOf,
    fail: (error) => (failure = error),
    put: async (xml, seen) => {
      if (failure) {
        const error = failure;
        failure = null;
        throw error;
      }
      saved.push({ xml, seen });
      return { revision: (seen ?? 0) + 1, savedAt: '2026-01-05T01:00:00Z' };
    },
  };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('saves the newest drawing once after a pause in drawing', async () => {
  const door = server();
  const saver = new DraftSaver(door, null, 700);
  saver.offer('one');
  saver.offer('two');
  expect(saver.unsaved).toBe(true);
  await jest.advanceTimersByTimeAsync(700);
  expect(door.saved).toEqual([{ xml: 'two', seen: null }]);
  expect(saver.getState()).toEqual({ at: 'saved', savedAt: '2026-01-05T01:00:00Z' });
  expect(saver.unsaved).toBe(false);
});

test('names the revision that it saw last', async () => {
  const door = server();
  const saver = new DraftSaver(door, 4);
  saver.offer('one');
  await saver.flush();
  saver.offer('two');
  await saver.flush();
  expect(door.saved.map(({ seen }) => seen)).toEqual([4, 5]);
});

test('keeps the drawing and tries again when the line is lost', async () => {
  const door = server();
  const saver = new DraftSaver(door, null, 700, 5_000);
  door.fail(new Error('line lost'));
  saver.offer('one');
  await jest.advanceTimersByTimeAsync(700);
  expect(saver.getState().at).toBe('failed');
  expect(saver.unsaved).toBe(true);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(door.saved).toEqual([{ xml: 'one', seen: null }]);
});

test('never overwrites the draft of another administrator by itself', async () => {
  const door = server();
  const saver = new DraftSaver(door, 1);
  door.fail(new Stale({ revision: 7, savedBy: 'somebody', savedAt: null }));
  saver.offer('mine');
  await jest.advanceTimersByTimeAsync(700);
  saver.offer('mine, drawn on');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(saver.getState()).toMatchObject({ at: 'conflict', conflict: { revision: 7 } });
  expect(door.saved).toEqual([]);
});

test('overwrites it with the newest drawing once the person decided so', async () => {
  const door = server();
  const saver = new DraftSaver(door, 1);
  door.fail(new Stale({ revision: 7, savedBy: 'somebody', savedAt: null }));
  saver.offer('mine');
  await jest.advanceTimersByTimeAsync(700);
  saver.offer('mine, drawn on');
  await saver.overwrite();
  expect(door.saved).toEqual([{ xml: 'mine, drawn on', seen: 7 }]);
  expect(saver.getState().at).toBe('saved');
});

test('forgets everything once the drawing is published', async () => {
  const door = server();
  const saver = new DraftSaver(door, 3);
  saver.offer('one');
  saver.forget();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(door.saved).toEqual([]);
  saver.offer('two');
  await saver.flush();
  expect(door.saved).toEqual([{ xml: 'two', seen: null }]);
});
