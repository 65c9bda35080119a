import { jest } from '@jest/globals';
import { ApiClient } from './api-client';
import { ApiProblem, ConnectionLost, explain, explainInOneLine } from './api-problem';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});
const answers = (...responses: (Response | Error)[]): jest.Mock<typeof fetch> => {
  const mock = jest.fn<typeof fetch>();
  for (const response of responses)
    if (response instanceof Error) mock.mockRejectedValueOnce(response);
    else mock.mockResolvedValueOnce(response);
  globalThis.fetch = mock;
  return mock;
};
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const sent = (mock: jest.Mock<typeof fetch>): Headers => new Headers(mock.mock.calls[0]?.[1]?.headers);

test('an act carries the CSRF token, the key of its intent and the revision that was on screen', async () => {
  const mock = answers(json({ ok: true }));
  const api = new ApiClient('taishan');
  api.useCsrfToken('token');
  await api.send('POST', '/tasks/1/submit', { body: { data: {} }, ifMatch: 4, idempotencyKey: 'k' });
  expect(mock.mock.calls[0]?.[0]).toBe('/api/v1/taishan/tasks/1/submit');
  expect(sent(mock).get('X-CSRF-Token')).toBe('token');
  expect(sent(mock).get('Idempotency-Key')).toBe('k');
  expect(sent(mock).get('If-Match')).toBe('"4"');
});

test('a read carries neither', async () => {
  const mock = answers(json({ items: [] }));
  await new ApiClient('taishan').get('/tasks', { status: 'open', q: '', unitId: undefined });
  expect(mock.mock.calls[0]?.[0]).toBe('/api/v1/taishan/tasks?status=open');
  expect(sent(mock).has('X-CSRF-Token')).toBe(false);
});

test('a list is read to its last page', async () => {
  const mock = answers(json({ items: [1, 2], nextCursor: 'c' }), json({ items: [3], nextCursor: null }));
  expect(await new ApiClient('taishan').all('/tasks')).toEqual([1, 2, 3]);
  expect(mock.mock.calls[1]?.[0]).toContain('cursor=c');
});

test('a problem document becomes an error with code, words and fields', async () => {
  answers(
    json(
      {
        type: 'urn:chengban:problem:form-incomplete',
        title: '还不能报送',
        detail: '请补充',
        errors: [{ field: 'progress', message: '请填写进展情况' }],
      },
      422,
    ),
  );
  const error = await new ApiClient('taishan').send('POST', '/x').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiProblem);
  expect(error).toMatchObject({ code: 'form-incomplete', title: '还不能报送', errors: [{ field: 'progress' }] });
});

test('only «not signed in» brings the sign-in page back, a wrong password does not', async () => {
  const api = new ApiClient('taishan');
  let calls = 0;
  api.onSignedOut = () => calls++;
  answers(json({ code: 'wrong-password' }, 401), json({ code: 'not-signed-in' }, 401));
  await api.send('POST', '/session').catch(() => undefined);
  expect(calls).toBe(0);
  await api.get('/tasks').catch(() => undefined);
  expect(calls).toBe(1);
});

test('a lost line is told apart from a refusal, because the act may have happened', async () => {
  answers(new TypeError('failed to fetch'));
  const error = await new ApiClient('taishan').send('POST', '/x').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ConnectionLost);
  expect(explain(error).detail).toContain('不会丢失');
});

test('an answer that is no JSON, as a proxy gives, is still told in Chinese', async () => {
  answers(new Response('<html>Bad Gateway</html>', { status: 502 }));
  const error = await new ApiClient('taishan').get('/x').catch((caught: unknown) => caught);
  expect(explainInOneLine(error)).toBe('系统暂时无法处理');
});

test('title and cure become one line without doubled punctuation', () => {
  expect(explainInOneLine(new ApiProblem(422, { title: '文件无效。', detail: '请重新保存' }))).toBe(
    '文件无效。请重新保存',
  );
  expect(explainInOneLine(new ApiProblem(409, { title: '已被更新', detail: '请刷新' }))).toBe('已被更新：请刷新');
});
