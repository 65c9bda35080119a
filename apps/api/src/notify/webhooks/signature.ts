import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** 256 random bits, written as receivers' libraries expect them (standardwebhooks.com). */
export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/**
 * HMAC-SHA256 over id, time and body. The time is inside, so that a listener cannot send an old message again later; the
 * id is the same for every try.
 * @param timestamp seconds since 1970
 */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
