import { testApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const SESSION = '/api/v1/taishan/session';

test('an address that does not exist answers in Chinese what to do', async () => {
  const answer = await app.http().get('/api/v1/taishan/nothing-here').expect(404);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toEqual({
    type: 'urn:chengban:problem:no-such-address',
    status: 404,
    code: 'no-such-address',
    title: '没有这个地址',
    detail: '请检查网址，或从首页重新进入。',
    instance: '/api/v1/taishan/nothing-here',
    requestId: answer.headers['x-request-id'],
  });
});

test('broken JSON is a request that cannot be read', async () => {
  const answer = await app
    .http()
    .post(SESSION)
    .set('Content-Type', 'application/json')
    .send('{"account": "gon')
    .expect(400);
  expect(answer.body).toMatchObject({ code: 'malformed-request', title: '请求的格式有误，无法读取' });
});

test.each([
  ['a list', '[]'],
  ['a text', '"x"'],
  ['a number', '1'],
  ['nothing', 'null'],
  ['a poisoned prototype', '{"__proto__": {"account": "x"}, "password": "x"}'],
])('a body that is %s is refused, not a fault', async (_, body) => {
  const answer = await app.http().post(SESSION).set('Content-Type', 'application/json').send(body);
  expect(answer.status).toBe(400);
  expect(answer.body.title).toMatch(/\p{Script=Han}/u);
});

test('an empty body with a JSON type is refused', async () => {
  await app.http().post(SESSION).set('Content-Type', 'application/json').expect(400);
});

test('a body of another type is not guessed at', async () => {
  const answer = await app.http().post(SESSION).set('Content-Type', 'application/xml').send('<a/>').expect(415);
  expect(answer.body.code).toBe('unsupported-media-type');
});

test('a body above the limit is refused with the limit', async () => {
  const answer = await app
    .http()
    .post(SESSION)
    .send({ account: 'x'.repeat(5 * 1024 * 1024), password: 'x' })
    .expect(413);
  expect(answer.body).toMatchObject({
    code: 'too-large',
    title: '提交的内容太大',
    detail: expect.stringContaining('4 MB'),
  });
});

test('JSON a hundred thousand levels deep does not bring the server down', async () => {
  const deep = '{"account":'.repeat(100_000) + '1' + '}'.repeat(100_000);
  const answer = await app.http().post(SESSION).set('Content-Type', 'application/json').send(deep);
  expect(answer.status).toBe(400);
  await app.http().get('/api/health/live').expect(200);
});

test.each([
  '/api/v1/taishan/%',
  '/api/v1/taishan/%E0%A4%A',
  `/api/v1/${'x'.repeat(10_000)}/units`,
  '/api/v1/%00/units',
])('a strange address is not a fault: %.40s', async (path) => {
  const answer = await app.http().get(path);
  expect([400, 401, 404, 414]).toContain(answer.status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
});

test('every route is closed to people who have not signed in', async () => {
  const { body } = await app.http().get('/api/openapi.json').expect(200);
  const open = new Set(['/api/v1/public/tenants', '/api/health/live', '/api/health/ready']);
  const routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    open.has(path) ? [] : Object.keys(methods).map((method) => [method, path] as const),
  );
  expect(routes.length).toBeGreaterThan(12);
  for (const [method, path] of routes) {
    if (method === 'post' && path.endsWith('/session')) continue;
    const address = path.replace('{tenant}', 'taishan').replace(/\{\w+\}/g, '1');
    const answer = await app.http()[method as 'get'](address);
    expect([path, method, answer.status, answer.body.code]).toEqual([path, method, 401, 'not-signed-in']);
  }
});

test('a fault of ours is a 500 with a number to name, and tells nothing of the inside', async () => {
  const client = await app.signIn('gongan');
  await app.sql('ALTER TABLE unit RENAME TO unit_gone');
  const answer = await client.get('/units');
  await app.sql('ALTER TABLE unit_gone RENAME TO unit');
  expect(answer.status).toBe(500);
  expect(answer.body).toMatchObject({ code: 'unexpected', title: '系统出错，操作没有完成' });
  expect(answer.body.detail).toContain(answer.headers['x-request-id']);
  expect(JSON.stringify(answer.body)).not.toMatch(/unit_gone|relation|select/i);
});

test('pages and answers carry the headers that protect them', async () => {
  const { headers } = await app.http().get('/api/health/live').expect(200);
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['strict-transport-security']).toBeUndefined();
});

test('the database being there is what ready means', async () => {
  await app.http().get('/api/health/ready').expect(200, { status: 'ok' });
});
