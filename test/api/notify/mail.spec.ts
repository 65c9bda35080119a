import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import { SendOutsideUseCase } from '../../../apps/api/src/outbox/send-outside.use-case.js';
import { testApp, type SignedInClient, type TestApp } from '../../support/app.js';
import { ACCOUNT, mailServer, type MailServer } from './mail-server.js';
import { told, type Told } from './told.js';

let server: MailServer;
let c: TestApp;
let t: Told;
let officer: SignedInClient;

const FROM = '承办<chengban@example.gov.cn>';
const NOON = '2024-11-01T04:00:00Z';

beforeAll(async () => {
  server = await mailServer();
  c = await testApp({
    environment: {
      SMTP_URL: server.address,
      MAIL_FROM: FROM,
      PUBLIC_URL: 'https://chengban.example.gov.cn',
      MAIL_TO_DOMAINS: 'example.gov.cn',
      SESSION_IDLE_HOURS: '720',
      SESSION_MAX_HOURS: '720',
    },
  });
  t = told(c);
  officer = await c.signIn('gongan');
});
beforeEach(async () => {
  c.clock.set(NOON);
  await c.sql('DELETE FROM outbox');
  await c.sql('DELETE FROM mail_line');
  server.arrived.length = 0;
  server.refusal = null;
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await c?.close();
  await server?.close();
});

/** Saves one's settings: the address, and what is chosen differently. */
async function choose(given: object = {}, categories: object[] = []): Promise<void> {
  const body = {
    email: 'chen@example.gov.cn',
    digestAt: '08:30',
    quiet: null,
    urgentInQuiet: true,
    categories,
    ...given,
  };
  await officer.put('/notification-settings').send(body).expect(200);
}
const now = (category: string) => ({ category, inApp: 'now', mail: 'now' });
const subjects = (): (string | undefined)[] => server.arrived.map(({ parsed }) => parsed.subject);

test('what is urgent arrives at once, with its text, a way to it and the marks of a machine’s mail', async () => {
  await choose();
  const [id] = await t.leave('task.returned', ['gongan'], 1, { title: '被退回，请修改后重新报送：台执督-01-001' });
  await t.settle();
  expect(server.arrived).toHaveLength(1);
  const { from, to, parsed } = server.arrived[0]!;
  expect([from, to]).toEqual(['chengban@example.gov.cn', ['chen@example.gov.cn']]);
  expect(parsed.subject).toBe('被退回，请修改后重新报送：台执督-01-001');
  expect(parsed.from?.text).toContain('承办');
  expect(parsed.to && !Array.isArray(parsed.to) && parsed.to.value[0]?.name).toBe('陈警官');
  expect(parsed.text).toContain('https://chengban.example.gov.cn/taishan/settings/notifications');
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  expect(parsed.messageId).toMatch(/^<[\da-f-]{36}@example\.gov\.cn>$/);
  expect(id).toBeDefined();
  await t.settle();
  expect(server.arrived).toHaveLength(1);
});

test('who left no address is told by no mail', async () => {
  await choose({ email: null });
  await t.leave('task.returned', ['gongan', 'gongan2']);
  await t.settle();
  expect(server.arrived).toEqual([]);
  expect(await c.sql('SELECT 1 FROM mail_line')).toEqual([]);
});

test('seventy-five new tasks within minutes are one mail', async () => {
  await choose({}, [now('task')]);
  await t.leave('task.opened', ['gongan'], 40);
  await t.settle();
  c.clock.advance({ minutes: 2 });
  await t.leave('task.opened', ['gongan'], 35);
  await t.settle();
  expect(server.arrived).toEqual([]);
  c.clock.advance({ minutes: 1 });
  await t.settle();
  expect(subjects()).toEqual(['承办：有 75 件新待办']);
  c.clock.advance({ minutes: 30 });
  await t.settle();
  expect(server.arrived).toHaveLength(1);
});

test('the digest comes at the person’s time on the next working day, and says how many of what', async () => {
  await choose({ digestAt: '09:15' }, [
    { category: 'task', inApp: 'now', mail: 'digest' },
    { category: 'ended', inApp: 'now', mail: 'digest' },
  ]);
  await t.leave('task.opened', ['gongan'], 3);
  await t.leave('instance.ended', ['gongan'], 2, { title: '通过：台执督-01-001' });
  await t.settle();
  // Saturday
  c.clock.set('2024-11-02T01:20:00Z');
  await t.settle();
  expect(server.arrived).toEqual([]);
  c.clock.set('2024-11-04T01:14:59Z');
  await t.settle();
  expect(server.arrived).toEqual([]);
  c.clock.set('2024-11-04T01:15:00Z');
  await t.settle();
  expect(subjects()).toEqual(['承办：有 3 件新待办、2 件办结']);
});

test('of two processes that gather at once one writes the mail', async () => {
  await choose({}, [now('task')]);
  await t.leave('task.opened', ['gongan'], 5);
  await t.deliver();
  c.clock.advance({ minutes: 3 });
  await Promise.all([t.gather(), t.gather(), t.gather()]);
  await Promise.all([t.send(), t.send(), t.send()]);
  expect(subjects()).toEqual(['承办：有 5 件新待办']);
});

test('in quiet hours nothing is sent but what is urgent, and that only when it may', async () => {
  await choose({ quiet: { from: '22:00', to: '07:00' } }, [now('task')]);
  c.clock.set('2024-11-01T15:00:00Z');
  await t.leave('task.opened', ['gongan']);
  await t.settle();
  c.clock.set('2024-11-01T22:59:00Z');
  await t.settle();
  expect(server.arrived).toEqual([]);
  c.clock.set('2024-11-01T23:00:00Z');
  await t.settle();
  expect(subjects()).toEqual(['待办：审核']);

  c.clock.set('2024-11-02T15:00:00Z');
  await t.leave('task.returned', ['gongan'], 1, { title: '被退回' });
  await t.settle();
  expect(subjects()).toEqual(['待办：审核', '被退回']);

  await choose({ quiet: { from: '22:00', to: '07:00' }, urgentInQuiet: false });
  await t.leave('task.returned', ['gongan'], 1, { title: '又被退回' });
  await t.settle();
  expect(server.arrived).toHaveLength(2);
  c.clock.set('2024-11-02T23:00:00Z');
  await t.settle();
  expect(subjects().at(-1)).toBe('又被退回');
});

test('the person says otherwise: even what is urgent waits for the digest, or does not come', async () => {
  await choose({}, [{ category: 'returned', inApp: 'now', mail: 'digest' }]);
  await t.leave('task.returned', ['gongan']);
  await t.settle();
  expect(server.arrived).toEqual([]);
  c.clock.set('2024-11-04T00:30:00Z');
  await t.settle();
  expect(server.arrived).toHaveLength(1);
  await choose({}, [{ category: 'returned', inApp: 'now', mail: 'off' }]);
  await t.leave('task.returned', ['gongan']);
  c.clock.advance({ days: 10 });
  await t.settle();
  expect(server.arrived).toHaveLength(1);
});

test('neither a title nor a name can add a header or a recipient', async () => {
  await choose();
  await c.sql(`UPDATE person SET name = $1 WHERE account = 'gongan'`, ['陈"警官\r\nBcc: spy@example.com']);
  try {
    await t.leave('task.returned', ['gongan'], 1, { title: '退回\r\nBcc: spy@example.com\r\n\r\nforged' });
    await t.settle();
    const { to, parsed, raw } = server.arrived[0]!;
    expect(to).toEqual(['chen@example.gov.cn']);
    expect(parsed.subject).toBe('退回 Bcc: spy@example.com forged');
    expect(raw).not.toMatch(/^Bcc:/im);
  } finally {
    await c.sql(`UPDATE person SET name = '陈警官' WHERE account = 'gongan'`);
  }
});

test.each([
  'a@b',
  'a@example.gov.cn, b@example.gov.cn',
  '陈 <a@example.gov.cn>',
  'a@example.gov.cn\r\nBcc: b@c.cn',
  ' ',
])('the address %j is refused', async (email) => {
  const body = { email, digestAt: '08:30', quiet: null, urgentInQuiet: true, categories: [] };
  const answer = await officer.put('/notification-settings').send(body).expect(400);
  expect(answer.body.field).toBe('email');
});

test('an address outside the city’s own domains is refused, and the answer names them', async () => {
  const body = { email: 'chen@example.com', digestAt: '08:30', quiet: null, urgentInQuiet: true, categories: [] };
  const answer = await officer.put('/notification-settings').send(body).expect(400);
  expect(answer.body.detail).toContain('example.gov.cn');
});

test('a server that refuses is asked again later and later; then an administrator sees the mail, why, and has it sent', async () => {
  await choose();
  server.refusal = { code: 451, words: 'try later, chen@example.gov.cn is full' };
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  await t.leave('task.returned', ['gongan'], 1, { title: '被退回' });
  await t.settle();
  const admin = await c.signIn('admin');
  const listed = async () => (await admin.get('/deliveries').expect(200)).body.items;
  expect(await listed()).toEqual([]);
  for (const minutes of [1, 2]) {
    c.clock.advance({ minutes });
    await t.send();
  }
  const [item] = await listed();
  expect(item).toMatchObject({
    kind: 'mail',
    what: '邮件“被退回”',
    attempts: 3,
    error: '邮件服务器 127.0.0.1 没有收下这封邮件（451）',
    nextTryAt: '2024-11-01T04:07:00.000Z',
  });
  expect(JSON.stringify(item)).not.toContain('chen@');
  expect(JSON.stringify(logged.mock.calls)).not.toContain('chen@');
  server.refusal = null;
  await admin.post(`/deliveries/messages/${item.id}/retry`).set('If-Match', '"0"').send({}).expect(200);
  await t.send();
  expect(subjects()).toEqual(['被退回']);
  expect(await listed()).toEqual([]);
});

test('every try of a mail has the same id, by which a mailbox discards repetitions', async () => {
  await choose();
  await t.leave('task.returned', ['gongan']);
  await t.settle();
  // the process died after sending and before noting it
  await c.sql(`UPDATE outbox SET delivered_at = NULL, due_at = $1 WHERE topic = 'mail.send'`, [c.clock.date()]);
  await t.send();
  const ids = server.arrived.map(({ parsed }) => parsed.messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('a mail under way is sent by no other process; when that process dies another one sends it', async () => {
  await choose();
  await t.leave('task.returned', ['gongan']);
  await t.deliver();
  await t.gather();
  const outside = c.app.get(SendOutsideUseCase, { strict: false });
  const sender = outside.senders.find(({ topic }) => topic === 'mail.send')!;
  // takes it and never comes back
  const dying = jest.spyOn(sender, 'send').mockReturnValue(new Promise(() => undefined));
  void outside.round(sender);
  while (dying.mock.calls.length === 0) await new Promise(setImmediate);
  dying.mockRestore();
  expect(await t.send()).toBe(0);
  c.clock.advance({ minutes: 3 });
  expect(await t.send()).toBe(1);
});

test('a test mail goes to one’s own address, and pressing often sends one', async () => {
  await choose({ email: null });
  const refused = await officer.post('/notification-settings/test-mail').send({}).expect(422);
  expect(refused.body.code).toBe('no-mail-address');
  await choose();
  for (let i = 0; i < 3; i++) await officer.post('/notification-settings/test-mail').send({}).expect(202);
  await t.send();
  expect(subjects()).toEqual(['承办：测试邮件']);
});

test('a password goes to the server, and into no answer, log or row', async () => {
  const strict = await mailServer({ asksForPassword: true });
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const withPassword = async (pass: string): Promise<void> => {
    const url = `smtp://${ACCOUNT.user}:${encodeURIComponent(pass)}@127.0.0.1:${strict.port}`;
    const city = await testApp({ environment: { SMTP_URL: url, MAIL_FROM: FROM } });
    try {
      const there = told(city);
      await city.sql(`UPDATE person SET email = 'chen@example.gov.cn' WHERE account = 'gongan'`);
      await there.leave('task.returned', ['gongan']);
      await there.settle();
      const rows = await city.sql<{ row: string }>(`SELECT outbox::text AS row FROM outbox WHERE topic = 'mail.send'`);
      expect(rows).toHaveLength(1);
      expect(rows[0]!.row).not.toContain(pass);
      if (pass !== ACCOUNT.pass) expect(rows[0]!.row).toContain('不接受用户名或密码');
    } finally {
      await city.close();
    }
  };
  try {
    await withPassword(ACCOUNT.pass);
    expect(strict.arrived).toHaveLength(1);
    await withPassword('falsches-wort');
    expect(strict.arrived).toHaveLength(1);
    expect(logged).toHaveBeenCalled();
    expect(JSON.stringify(logged.mock.calls)).not.toContain('falsches-wort');
  } finally {
    await strict.close();
  }
});

test('a password is not sent to another machine unless the line is encrypted', async () => {
  const city = await testApp({ environment: { SMTP_URL: `smtp://u:p@127.0.0.1:${server.port}`, MAIL_FROM: FROM } });
  await city.close();
  const { mailServerOf } = await import('../../../apps/api/src/config/smtp-url.js');
  expect(mailServerOf('smtp://u:p@mail.example.gov.cn')).toMatchObject({ port: 25, secure: false, requireTLS: true });
  expect(mailServerOf('smtps://u:p@mail.example.gov.cn')).toMatchObject({ port: 465, secure: true });
  expect(mailServerOf('smtp://u:p@mail.example.gov.cn?requireTLS=false')).toMatchObject({ requireTLS: false });
  expect(mailServerOf('smtp://u:p@127.0.0.1:2525')).toMatchObject({ port: 2525, requireTLS: false });
});
