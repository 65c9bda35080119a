import { randomUUID } from 'node:crypto';

/**
 * One signed-in person.
 * @param {string} url of the server
 * @param {string} account
 * @param {string} password
 */
export async function signIn(url, account, password) {
  const base = `${url}/api/v1/taishan`;
  const response = await fetch(`${base}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ account, password }),
  });
  if (!response.ok) throw new Error(await response.text());
  const { csrfToken } = await response.json();
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body] JSON, or a FormData as it is
   * @param {string} [revision] that the author saw
   */
  return async (method, path, body, revision) => {
    const form = body instanceof FormData;
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: {
        cookie,
        'x-csrf-token': csrfToken,
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(revision === undefined ? {} : { 'if-match': revision }),
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
}
