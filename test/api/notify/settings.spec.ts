import { readSettings } from '../../../apps/api/src/config/read-settings.js';
import { testApp, type SignedInClient, type TestApp } from '../../support/app.js';

let c: TestApp;
let officer: SignedInClient;
beforeAll(async () => {
  c = await testApp();
  officer = await c.signIn('gongan');
});
afterAll(() => c?.close());

const WANTED = {
  email: 'chen@example.gov.cn',
  digestAt: '17:00',
  quiet: { from: '22:00', to: '07:30' },
  urgentInQuiet: false,
  categories: [{ category: 'task', inApp: 'digest', mail: 'off' }],
};

test('who never chose sees everything in the bell, what is urgent by mail at once, and that there is no mail server', async () => {
  const { body } = await officer.get('/notification-settings').expect(200).expect('ETag', '"0"');
  expect(body).toMatchObject({
    email: null,
    mailAvailable: false,
    digestAt: '08:30',
    quiet: null,
    urgentInQuiet: true,
  });
  const urgent = body.categories.filter((one: { urgent: boolean }) => one.urgent);
  expect(urgent.map((one: { name: string }) => one.name)).toEqual(['退回', '催办']);
  for (const one of urgent) expect(one).toMatchObject({ inApp: 'now', mail: 'now' });
  for (const one of body.categories) expect(one.inApp).toBe('now');
});

test('what was saved is what is read, and only by its own person', async () => {
  const client = await c.signIn('shuili');
  await client.put('/notification-settings').set('If-Match', '"0"').send(WANTED).expect(200).expect('ETag', '"1"');
  const { body } = await client.get('/notification-settings').expect(200);
  expect(body).toMatchObject({ ...WANTED, categories: expect.anything(), revision: 1 });
  expect(body.categories.find((one: { category: string }) => one.category === 'task')).toMatchObject({
    inApp: 'digest',
    mail: 'off',
  });
  expect((await officer.get('/notification-settings').expect(200)).body.email).toBeNull();
  const admin = await c.signIn('admin');
  const people = await admin.get('/people').expect(200);
  expect(JSON.stringify(people.body)).not.toContain('chen@example.gov.cn');
});

test('who saves in a second window learns that the first was faster', async () => {
  const client = await c.signIn('dajiang');
  await client.put('/notification-settings').set('If-Match', '"0"').send(WANTED).expect(200);
  const late = await client.put('/notification-settings').set('If-Match', '"0"').send(WANTED).expect(409);
  expect(late.body.code).toBe('stale');
});

test('of two who save at the very same time one is told that it was late', async () => {
  const client = await c.signIn('zhengfuban');
  const save = () => client.put('/notification-settings').set('If-Match', '"0"').send(WANTED);
  const statuses = (await Promise.all([save(), save(), save()])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 409, 409]);
});

test.each([
  ['digestAt', { digestAt: '24:00' }],
  ['digestAt', { digestAt: '8:30' }],
  ['quiet.from', { quiet: { from: '25:00', to: '07:00' } }],
  ['quiet.to', { quiet: { from: '22:00' } }],
  ['urgentInQuiet', { urgentInQuiet: 'yes' }],
  ['categories.0.mail', { categories: [{ category: 'task', inApp: 'now', mail: 'hourly' }] }],
  ['categories.0.category', { categories: [{ category: 'gossip', inApp: 'now', mail: 'now' }] }],
  ['categories', { categories: [WANTED.categories[0], WANTED.categories[0]] }],
  ['personId', { personId: '01930000-0000-7000-8000-000000000001' }],
])('a wrong %s is refused by name', async (field, change) => {
  const answer = await officer
    .put('/notification-settings')
    .send({ ...WANTED, ...change })
    .expect(400);
  expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
  expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
});

test('without a mail server a test mail is refused with what to do', async () => {
  const answer = await officer.post('/notification-settings/test-mail').send({}).expect(422);
  expect(answer.body).toMatchObject({ code: 'mail-not-available', title: '本系统没有配置邮件服务器' });
});

test.each([
  ['SMTP_URL', { SMTP_URL: 'mail.example.gov.cn', MAIL_FROM: 'a@example.gov.cn' }],
  ['SMTP_URL', { SMTP_URL: 'http://mail.example.gov.cn', MAIL_FROM: 'a@example.gov.cn' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.gov.cn' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.gov.cn', MAIL_FROM: 'nobody' }],
  ['MAIL_TO_DOMAINS', { MAIL_TO_DOMAINS: 'gov.cn;example.cn' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'chengban.example.gov.cn' }],
  ['WEBHOOK_NETWORKS', { WEBHOOK_NETWORKS: '10.0.0.0/40' }],
])('the server does not start with a wrong %s, and says how it is written', (name, environment) => {
  expect(() => readSettings(environment)).toThrow(new RegExp(`环境设置有误[^]*${name}`));
});

test('a wrong address of the mail server is not repeated: it may hold the password', () => {
  const environment = { SMTP_URL: 'smtp//chengban:geheim@mail', MAIL_FROM: 'a@example.gov.cn' };
  expect(() => readSettings(environment)).toThrow('SMTP_URL');
  expect(() => readSettings(environment)).not.toThrow('geheim');
});
