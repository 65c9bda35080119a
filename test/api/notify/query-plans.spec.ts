import { jest } from '@jest/globals';
import pg from 'pg';
import { FeedStore } from '../../../apps/api/src/notify/inbox/feed.store.js';
import { NotificationStore } from '../../../apps/api/src/notify/inbox/notification.store.js';
import { MailLineStore } from '../../../apps/api/src/notify/mail/mail-line.store.js';
import { OutsideStore } from '../../../apps/api/src/outbox/outside.store.js';
import { TENANT } from '../../support/world.js';
import { testApp, type TestApp } from '../../support/app.js';

let c: TestApp;
const PERSON = '01930000-0000-7000-8000-0000000000aa';

beforeAll(async () => {
  c = await testApp();
  // years of a large city: 60,000 lines of 300 people, 30,000 mails that were sent, 3,000 lines that wait, 20,000 people
  await c.sql(`INSERT INTO notification (tenant, id, person_id, kind, category, title, text, created_at, read_at)
    SELECT 'taishan', gen_random_uuid(), ('01930000-0000-7000-8000-' || lpad((n % 300)::text, 12, '0'))::uuid, 'task.opened', 'task', '', '',
           now() - n * interval '1 minute', CASE WHEN n > 3000 THEN now() END FROM generate_series(1, 60000) n`);
  await c.sql(`INSERT INTO notification_feed SELECT 'taishan', gen_random_uuid(), 1 FROM generate_series(1, 20000)`);
  await c.sql(`INSERT INTO outbox (tenant, id, topic, lane, payload, created_at, due_at, delivered_at)
    SELECT 'taishan', gen_random_uuid(), 'mail.send', 'mail', '{}', now(), now(), now() FROM generate_series(1, 30000)`);
  await c.sql(`INSERT INTO mail_line SELECT 'taishan', gen_random_uuid(), gen_random_uuid(), 'digest', '{}', now() + interval '1 day'
    FROM generate_series(1, 3000)`);
  await c.sql('ANALYZE');
}, 60_000);
afterEach(() => jest.restoreAllMocks());
afterAll(() => c?.close());

/** The plan of the first statement that `work` sends. */
async function planOf(work: () => Promise<unknown>): Promise<string> {
  const sent: { text: string; values: unknown[] }[] = [];
  const query = pg.Client.prototype.query;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    if (typeof given[0] === 'string') sent.push({ text: given[0], values: (given[1] as unknown[]) ?? [] });
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never);
  await work();
  jest.restoreAllMocks();
  const rows = await c.sql<{ 'QUERY PLAN': string }>(`EXPLAIN ${sent[0]!.text}`, sent[0]!.values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const get = <T>(type: abstract new (...given: never[]) => T): T => c.app.get(type as never, { strict: false });
const SEQUENTIAL = /Seq Scan on (notification|notification_feed|outbox|mail_line)\b/;

test('a flood is looked for among the person’s unread lines only', async () => {
  const plan = await planOf(() => get(NotificationStore).foldFlood(TENANT, [PERSON], 'task', c.clock.date()));
  expect(plan).toContain('notification_unread');
  expect(plan).not.toMatch(SEQUENTIAL);
});

test('a round of the streams reads one row per person', async () => {
  const owners = Array.from({ length: 3 }, () => ({ tenant: TENANT, personId: PERSON }));
  const plan = await planOf(() => get(FeedStore).versions(owners));
  expect(plan).toContain('notification_feed_pk');
  expect(plan).not.toMatch(SEQUENTIAL);
});

test('what is due for a digest, a mail or a sender is found by its time', async () => {
  expect(await planOf(() => get(NotificationStore).nextHeld(c.clock.date()))).toContain('notification_held');
  expect(await planOf(() => get(MailLineStore).nextDue(c.clock.date()))).toContain('mail_line_due');
  const taken = await planOf(() => get(OutsideStore).take('mail.send', c.clock.date(), 10, 10));
  expect(taken).toContain('outbox_outside');
  expect(taken).not.toMatch(SEQUENTIAL);
});
