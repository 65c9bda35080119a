import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { jest } from '@jest/globals';
import pg from 'pg';
import { createApp } from '../../../apps/api/src/app.js';
import { readSettings } from '../../../apps/api/src/config/read-settings.js';
import { LiveHub } from '../../../apps/api/src/notify/live/live-hub.js';
import { testApp, type SignedInClient, type TestApp } from '../../support/app.js';
import { addressOf, openStream, type Stream } from './streams.js';
import { told, type Told } from './told.js';

let c: TestApp;
let t: Told;
let other: NestFastifyApplication;
let officer: SignedInClient;
const open: Stream[] = [];

beforeAll(async () => {
  c = await testApp();
  t = told(c);
  other = await createApp({
    settings: readSettings({ DATABASE_POOL: '6' }),
    databaseUrl: c.database.url,
    clock: c.clock,
  });
  officer = await c.signIn('gongan');
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  await other?.close();
  await c?.close();
});

const look = (app = c.app): Promise<void> => app.get(LiveHub, { strict: false }).round();

async function stream(app = c.app, client = officer, lastEventId?: string): Promise<Stream> {
  const opened = await openStream(app, client.cookie, lastEventId);
  open.push(opened);
  return opened;
}

/** A stream that knows where its person's messages stand. */
async function upToDate(app = c.app, client = officer): Promise<{ stream: Stream; id: string }> {
  const opened = await stream(app, client);
  const { event, id } = await opened.next();
  expect(event).toBe('change');
  return { stream: opened, id: id! };
}

test('nobody without a session gets a stream, and the answer says so', async () => {
  const refused = await openStream(c.app, 'chengban_session=taishan.nothing-of-the-kind-here');
  expect(refused.status).toBe(401);
  refused.close();
});

test('the stream is one that neither a cache nor a proxy holds back, with the headers of every answer', async () => {
  const { headers, status } = await stream();
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['x-request-id']).toBeDefined();
});

test('a message is told to its person, at whichever process the stream is open, and to nobody else', async () => {
  const here = await upToDate();
  const colleague = await c.signIn('gongan2');
  const there = await upToDate(other, colleague);
  const stranger = await upToDate(other, await c.signIn('shuili'));
  await t.leave('task.opened', ['gongan', 'gongan2']);
  await t.deliver();
  await Promise.all([look(), look(other)]);
  const [first, second] = await Promise.all([here.stream.next(), there.stream.next()]);
  expect(first).toEqual({ event: 'change', id: String(Number(here.id) + 1) });
  expect(second).toEqual({ event: 'change', id: String(Number(there.id) + 1) });
  expect(stranger.stream.pending()).toEqual([]);
});

test('who comes back learns of what was missed, and of nothing when nothing was', async () => {
  const before = await upToDate();
  before.stream.close();
  const again = await stream(c.app, officer, before.id);
  await look();
  expect(again.pending()).toEqual([]);
  again.close();
  await t.leave('task.opened', ['gongan'], 3);
  await t.deliver();
  const late = await stream(other, officer, before.id);
  expect(await late.next()).toEqual({ event: 'change', id: String(Number(before.id) + 3) });
});

test('reading a message changes the bell of the person’s other windows', async () => {
  await t.leave('task.opened', ['gongan']);
  await t.deliver();
  const { stream: window } = await upToDate(other);
  const list = await officer.get('/notifications?unread=true').expect(200);
  await officer.post(`/notifications/${list.body.items[0].id}/read`).send({}).expect(204);
  await look(other);
  expect((await window.next()).event).toBe('change');
});

test('a stream that has nothing to tell is kept alive, as its reader’s proxy expects', async () => {
  const { stream: quiet } = await upToDate();
  c.clock.advance({ seconds: 24 });
  await look();
  c.clock.advance({ seconds: 1 });
  await look();
  // the message behind it proves that all before it has come
  await t.leave('task.opened', ['gongan']);
  await t.deliver();
  await look();
  await quiet.next();
  expect(quiet.beats()).toBe(1);
});

test('signing out ends the stream, also at another process, and says why', async () => {
  const leaver = await c.signIn('dajiang');
  const { stream: there } = await upToDate(other, leaver);
  await leaver.delete('/session').expect(204);
  await look(other);
  expect((await there.next()).event).toBe('signed-out');
  await there.ended;
});

test('a session that nobody uses ends in spite of its stream', async () => {
  const idle = await c.signIn('zhengfuban');
  const { stream: left } = await upToDate(c.app, idle);
  c.clock.advance({ minutes: 119 });
  await look();
  expect(left.pending()).toEqual([]);
  c.clock.advance({ minutes: 1 });
  await look();
  expect((await left.next()).event).toBe('signed-out');
  await left.ended;
  officer = await c.signIn('gongan');
});

test('of one session the newest stream stays, and the one before is told not to come back', async () => {
  const hub = c.app.get(LiveHub, { strict: false });
  const { stream: first, id } = await upToDate();
  const before = hub.size;
  const second = await stream(c.app, officer, id);
  expect((await first.next()).event).toBe('replaced');
  await first.ended;
  expect(hub.size).toBe(before);
  await t.leave('task.opened', ['gongan']);
  await t.deliver();
  await look();
  expect((await second.next()).event).toBe('change');
});

test('however many streams are open, a process asks twice a round; with none it asks nothing', async () => {
  const lonely = await createApp({
    settings: readSettings({ DATABASE_POOL: '4' }),
    databaseUrl: c.database.url,
    clock: c.clock,
  });
  try {
    const asked = jest.spyOn(pg.Client.prototype, 'query');
    await look(lonely);
    expect(asked).not.toHaveBeenCalled();
    for (const account of ['gongan', 'gongan2', 'shuili', 'admin']) await upToDate(lonely, await c.signIn(account));
    asked.mockClear();
    await look(lonely);
    expect(asked).toHaveBeenCalledTimes(2);
  } finally {
    await lonely.close();
  }
});

test('a server that stops ends its streams, and does not wait for them', async () => {
  const stopping = await createApp({
    settings: readSettings({ DATABASE_POOL: '4' }),
    databaseUrl: c.database.url,
    clock: c.clock,
  });
  await addressOf(stopping);
  const { stream: last } = await upToDate(stopping);
  await stopping.close();
  await last.ended;
  expect(last.pending()).toEqual([]);
});
