import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Poller } from './poller.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('it waits between rounds, and goes on at once while there is something to do', async () => {
  const results = [2, 1, 0, 0];
  const work = jest.fn(() => Promise.resolve(results.shift() ?? 0));
  const poller = new Poller('test', 1000, work);
  poller.start();
  await jest.advanceTimersByTimeAsync(999);
  expect(work).toHaveBeenCalledTimes(0);
  await jest.advanceTimersByTimeAsync(10);
  expect(work).toHaveBeenCalledTimes(3);
  await jest.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(4);
  await poller.stop();
});

test('a fault is logged and tried again', async () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const work = jest.fn(() => Promise.reject(new Error('no database')));
  const poller = new Poller('test', 1000, work);
  poller.start();
  await jest.advanceTimersByTimeAsync(2001);
  expect(work).toHaveBeenCalledTimes(2);
  expect(logged).toHaveBeenCalledTimes(2);
  await poller.stop();
});

test('stopping waits for the round under way, and no other follows', async () => {
  let finish: (count: number) => void = () => undefined;
  const work = jest.fn(() => new Promise<number>((resolve) => (finish = resolve)));
  const poller = new Poller('test', 1000, work);
  poller.start();
  await jest.advanceTimersByTimeAsync(1000);
  let stopped = false;
  const stopping = poller.stop().then(() => (stopped = true));
  await jest.advanceTimersByTimeAsync(5000);
  expect(stopped).toBe(false);
  finish(7);
  await stopping;
  await jest.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(1);
});
