import { testApp, type TestApp } from '../../support/app.js';
import { passwordOf } from '../../support/world.js';

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const signIn = (account: string, password: string, tenant = 'taishan') =>
  app.http().post(`/api/v1/${tenant}/session`).send({ account, password });

test('the right password opens a session that knows the person, the roles and the rules', async () => {
  const answer = await signIn('gongan', passwordOf('gongan')).expect(201);
  expect(answer.body).toMatchObject({
    person: { name: '陈警官', account: 'gongan' },
    tenant: { id: 'taishan', name: '台山市' },
    memberships: [{ unitId: 'gonganju', unitName: '市公安局', role: 'handler', roleName: '经办人' }],
  });
  expect(answer.body.rules.length).toBeGreaterThan(3);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^chengban_session=taishan\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const again = await app.http().get('/api/v1/taishan/session').set('Cookie', cookie.split(';')[0]!).expect(200);
  expect(again.body).toEqual(answer.body);
});

test('the account may be typed in capitals and with spaces around it', async () => {
  await signIn('  GongAn ', passwordOf('gongan')).expect(201);
});

test('a wrong password and an unknown account get the same answer', async () => {
  const wrong = await signIn('shuili', 'no').expect(401);
  const unknown = await signIn('who-is-this', 'no').expect(401);
  expect(wrong.body).toMatchObject({ code: 'wrong-credentials', title: '账号或密码不正确' });
  expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  expect(wrong.headers['set-cookie']).toBeUndefined();
});

test('only the hash of the token is stored, and only argon2id of the password', async () => {
  const answer = await signIn('gongan', passwordOf('gongan')).expect(201);
  const token = /taishan\.([\w-]+)/.exec(String(answer.headers['set-cookie']))![1]!;
  const rows = await app.sql<{ all: string }>('SELECT session::text AS all FROM session');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some((row) => row.all.includes(token))).toBe(false);
  const [credential] = await app.sql<{ hash: string }>('SELECT hash FROM credential LIMIT 1');
  expect(credential!.hash).toMatch(/^\$argon2id\$/);
});

test('signing out ends the session on the server', async () => {
  const client = await app.signIn('shuili');
  const left = await client.delete('/session').expect(204);
  expect(String(left.headers['set-cookie'])).toMatch(/chengban_session=;.*Expires=Thu, 01 Jan 1970/);
  const after = await client.get('/session').expect(401);
  expect(after.body).toMatchObject({ code: 'not-signed-in', title: '您还没有登录' });
});

describe('guessing', () => {
  const guess = (password = 'guess') => signIn('dajiang', password);

  test('after five wrong passwords even the right one has to wait, and the wait grows', async () => {
    for (let i = 0; i < 5; i++) await guess().expect(401);
    const blocked = await guess(passwordOf('dajiang')).expect(429);
    expect(blocked.body).toMatchObject({ code: 'too-many-attempts', title: '输错次数过多，请稍后再试' });
    expect(blocked.headers['retry-after']).toBe('30');
    app.clock.advance({ seconds: 31 });
    await guess().expect(401);
    expect((await guess().expect(429)).headers['retry-after']).toBe('60');
    app.clock.advance({ seconds: 61 });
    await guess(passwordOf('dajiang')).expect(201);
    await guess().expect(401);
    await guess(passwordOf('dajiang')).expect(201);
  });

  test('an account that does not exist is slowed down just the same', async () => {
    for (let i = 0; i < 5; i++) await signIn('ghost', 'x').expect(401);
    await signIn('ghost', 'x').expect(429);
  });

  test('many guesses at once are not many free ones', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('gongan2', 'x')));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(15);
  });

  test('guessing one account does not lock the others', async () => {
    for (let i = 0; i < 6; i++) await signIn('zhengfuban', 'x');
    await signIn('shizhang', passwordOf('shizhang')).expect(201);
  });
});

test('fields that are missing, empty, too long or of another type are named in Chinese', async () => {
  const post = (body: object) => app.http().post('/api/v1/taishan/session').send(body).expect(400);
  expect((await post({})).body).toMatchObject({
    code: 'invalid-input',
    title: '填写的内容有误',
    errors: [
      { field: 'account', message: '请填写账号' },
      { field: 'password', message: '请填写密码' },
    ],
  });
  expect((await post({ account: '', password: 'x' })).body.errors).toEqual([
    { field: 'account', message: '账号不能为空' },
  ]);
  expect((await post({ account: '名'.repeat(10_000), password: 'x' })).body.errors).toEqual([
    { field: 'account', message: '账号最多 100 个字' },
  ]);
  expect((await post({ account: 'a', password: 'x', admin: true })).body.errors).toEqual([
    { field: 'admin', message: 'admin不是可以提交的字段' },
  ]);
  expect((await post({ account: { $ne: null }, password: 'x' })).body.errors[0]).toEqual({
    field: 'account',
    message: '账号应当是文字',
  });
});

test('a person without any role signs in and sees nothing', async () => {
  const client = await app.signIn('nobody');
  expect((await client.get('/obligations').expect(200)).body.items).toEqual([]);
  expect((await client.get('/session').expect(200)).body.memberships).toEqual([]);
});

test('a role counts from its first to its last day', async () => {
  app.clock.set('2024-11-01T15:59:59Z');
  const client = await app.signIn('shuili');
  const roles = async () => (await client.get('/session').expect(200)).body.memberships.length;
  await app.sql(`UPDATE membership SET valid_to = '2024-11-01' WHERE unit_id = 'shuiliju'`);
  await expect(roles()).resolves.toBe(1);
  app.clock.set('2024-11-01T16:00:00Z');
  await expect(roles()).resolves.toBe(0);
});
