import { testApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => (app = await testApp({ environment: { SESSION_IDLE_HOURS: '2', SESSION_MAX_HOURS: '12' } })));
afterAll(() => app.close());

test('a session ends two hours after its last use', async () => {
  const client = await app.signIn('gongan');
  for (let i = 0; i < 3; i++) {
    app.clock.advance({ hours: 1, minutes: 59 });
    await client.get('/session').expect(200);
  }
  app.clock.advance({ hours: 2 });
  await client.get('/session').expect(401);
});

test('a session ends twelve hours after it began, however busy', async () => {
  const client = await app.signIn('gongan');
  for (let i = 0; i < 11; i++) {
    app.clock.advance({ hours: 1 });
    await client.get('/session').expect(200);
  }
  app.clock.advance({ minutes: 59 });
  await client.get('/session').expect(200);
  app.clock.advance({ minutes: 1 });
  await client.get('/session').expect(401);
});

test('what has ended is removed by housekeeping, what lives stays', async () => {
  await app.signIn('shuili');
  app.clock.advance({ hours: 3 });
  const client = await app.signIn('gongan');
  const { Housekeeping } = await import('../../../apps/api/src/ops/housekeeping.js');
  await app.app.get(Housekeeping).run();
  expect(await app.sql('SELECT FROM session')).toHaveLength(1);
  await client.get('/session').expect(200);
});

test.each(['taishan.', 'taishan.short', 'kaiping', '%00', 'taishan.' + 'a'.repeat(43), 'x'.repeat(4000)])(
  'a forged cookie is no session: %s',
  async (value) => {
    const answer = await app.http().get('/api/v1/taishan/session').set('Cookie', `chengban_session=${value}`);
    expect(answer.status).toBe(401);
  },
);

describe('another city', () => {
  test('does not exist for somebody of this one', async () => {
    const client = await app.signIn('gongan');
    const there = await app.http().get('/api/v1/kaiping/obligations').set('Cookie', client.cookie).expect(404);
    const nowhere = await app.http().get('/api/v1/atlantis/obligations').set('Cookie', client.cookie).expect(404);
    expect(there.body).toMatchObject({ code: 'tenant-not-found', title: '没有找到这个城市' });
    expect(nowhere.body.code).toBe('tenant-not-found');
  });

  test('cannot be entered by changing the name inside the cookie', async () => {
    const client = await app.signIn('gongan');
    const forged = client.cookie.replace('=taishan.', '=kaiping.');
    await app.http().get('/api/v1/kaiping/obligations').set('Cookie', forged).expect(401);
  });

  test('has its own accounts', async () => {
    const body = { account: 'gongan', password: 'gongan-mima' };
    await app.http().post('/api/v1/kaiping/session').send(body).expect(401);
    await app.http().post('/api/v1/atlantis/session').send(body).expect(404);
  });

  test('may be listed by name before signing in', async () => {
    const { body } = await app.http().get('/api/v1/public/tenants').expect(200);
    expect(body).toEqual([
      { id: 'kaiping', name: '开平市' },
      { id: 'taishan', name: '台山市' },
    ]);
  });
});

describe('requests from other sites', () => {
  test('without the token of this session nothing is changed', async () => {
    const client = await app.signIn('gongan');
    const other = await app.signIn('shuili');
    const leave = () => app.http().delete('/api/v1/taishan/session').set('Cookie', client.cookie);
    expect((await leave().expect(403)).body).toMatchObject({ code: 'csrf-failed' });
    await leave().set('X-CSRF-Token', 'x').expect(403);
    await leave().set('X-CSRF-Token', other.csrfToken).expect(403);
    await client.get('/session').expect(200);
    await leave().set('X-CSRF-Token', client.csrfToken).expect(204);
  });

  test.each([
    ['Sec-Fetch-Site', 'cross-site', 403],
    ['Sec-Fetch-Site', 'same-site', 403],
    ['Sec-Fetch-Site', 'same-origin', 401],
    ['Origin', 'https://evil.example', 403],
    ['Origin', 'null', 403],
  ])('signing in with %s: %s answers %i', async (header, value, status) => {
    const body = { account: 'nobody-at-all', password: 'x' };
    await app.http().post('/api/v1/taishan/session').set(header, value).send(body).expect(status);
  });
});
