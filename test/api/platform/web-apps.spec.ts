import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testApp, type TestApp } from '../../support/app.js';

let app: TestApp;
const home = mkdtempSync(join(tmpdir(), 'chengban-web-'));
const web = (...path: string[]): string => join(home, 'dist', 'web', ...path);
const SCRIPT = 'console.log("工作台");'.repeat(200);

beforeAll(async () => (app = await testApp({ environment: { HOME_DIR: home } })));
afterAll(async () => {
  await app.close();
  rmSync(home, { recursive: true, force: true });
});

test('before the pages are built a plain page says how to build them', async () => {
  const answer = await app.http().get('/taishan/').expect(503);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.text).toContain('npm run build');
  await app.http().get('/designer/taishan/').expect(503);
});

describe('after the build', () => {
  beforeAll(() => {
    for (const name of ['workbench', 'designer']) {
      mkdirSync(web(name, 'assets'), { recursive: true });
      writeFileSync(web(name, 'index.html'), `<!doctype html><title>${name}</title>`);
      writeFileSync(web(name, 'assets', 'index-a1b2.js'), SCRIPT);
    }
    writeFileSync(web('workbench', 'favicon.svg'), '<svg/>');
    writeFileSync(join(home, 'secret.txt'), 'secret');
  });

  test.each(['/taishan/', '/taishan/tasks/1', '/kaiping/plans?x=1'])('%s is the workbench', async (path) => {
    const answer = await app.http().get(path).expect(200);
    expect(answer.text).toContain('<title>workbench</title>');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self';");
  });

  test.each(['/designer/taishan/', '/designer/taishan/flows/stage-result'])('%s is the designer', async (path) => {
    expect((await app.http().get(path).expect(200)).text).toContain('<title>designer</title>');
  });

  test('addresses without the final stroke lead on', async () => {
    expect((await app.http().get('/').expect(302)).headers['location']).toBe('/taishan/');
    expect((await app.http().get('/taishan').expect(302)).headers['location']).toBe('/taishan/');
    expect((await app.http().get('/designer').expect(302)).headers['location']).toBe('/designer/taishan/');
    expect((await app.http().get('//evil.example')).headers['location']).toBeUndefined();
  });

  test('files with a hash in their name are kept for a year and come compressed', async () => {
    for (const path of ['/assets/index-a1b2.js', '/designer/assets/index-a1b2.js']) {
      const answer = await app.http().get(path).set('Accept-Encoding', 'gzip').expect(200);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers['content-encoding']).toBe('gzip');
      expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(answer.text).toBe(SCRIPT);
      const plain = await app.http().get(path).set('Accept-Encoding', 'identity').expect(200);
      expect(plain.headers['content-encoding']).toBeUndefined();
      await app.http().get(path).set('If-None-Match', String(plain.headers['etag'])).expect(304);
    }
    await app.http().get('/favicon.svg').expect(200);
  });

  test('a page that is built anew while the server runs is served anew', async () => {
    await app.http().get('/taishan/').expect(200);
    writeFileSync(web('workbench', 'index.html'), '<!doctype html><title>workbench</title><p>新的一版');
    expect((await app.http().get('/taishan/').expect(200)).text).toContain('新的一版');
  });

  test('a missing script is missing, not a page', async () => {
    await app.http().get('/assets/gone.js').expect(404);
    await app.http().get('/designer/assets/gone.js').expect(404);
    await app.http().get('/gone.svg').expect(404);
  });

  test.each([
    '/assets/..%2f..%2f..%2fsecret.txt',
    '/designer/..%2f..%2f..%2fsecret.txt',
    '/..%2f..%2fsecret.txt',
    '/assets/%00.js',
  ])('nothing outside the built pages is served: %s', async (path) => {
    const answer = await app.http().get(path);
    expect(answer.text ?? '').not.toContain('secret<');
    expect(answer.text).not.toBe('secret');
  });

  test('addresses of the API are never answered with a page', async () => {
    for (const path of ['/api', '/api/', '/api/v2/x', '/api/v1/taishan/none'])
      expect((await app.http().get(path)).text).not.toContain('<title>');
    await app
      .http()
      .get('/api/v2/x')
      .expect(404)
      .expect('Content-Type', /problem\+json/);
  });
});
