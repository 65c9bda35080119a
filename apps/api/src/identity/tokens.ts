import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'chengban_session';

/** 256 random bits, for a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. Plain SHA-256 is enough: a token is random, there is nothing to guess faster. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Derived from the session's own secret: nothing to store, and another session's token never fits. */
export const csrfToken = (token: string): string =>
  createHmac('sha256', token).update('chengban csrf').digest('base64url');

export function isCsrfToken(token: string, given: string): boolean {
  const expected = Buffer.from(csrfToken(token));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** The cookie's value says for which city it is, so that a session is never looked up in another. */
export const cookieValue = (tenant: string, token: string): string => `${tenant}.${token}`;

export function readCookie(value: string | undefined): { tenant: string; token: string } | null {
  const [, tenant, token] = /^([a-z][a-z0-9-]*)\.([\w-]{20,100})$/.exec(value ?? '') ?? [];
  return tenant !== undefined && token !== undefined ? { tenant, token } : null;
}
