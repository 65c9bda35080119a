import { lookup as lookUp, type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type BlockList, type LookupFunction } from 'node:net';
import { reachOf } from './private-networks.js';
import { signatureOf } from './signature.js';

export interface SignedPost {
  readonly url: string;
  readonly secret: string;
  /** the same for every try */
  readonly id: string;
  readonly body: string;
  /** epoch milliseconds */
  readonly now: number;
}

/** It did not arrive; the message says in Chinese why, and nothing of the address but its host. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

const TIME_LIMIT_MS = 10_000;

/**
 * Sends to the very address that was checked: the name is looked up once, and what it leads to is judged before anything
 * connects. Nobody is followed to another address.
 * @returns the status of the answer, 200 to 299
 * @throws NotTaken
 */
export async function postSigned({ url, secret, id, body, now }: SignedPost, allowed: BlockList): Promise<number> {
  const target = new URL(url);
  const isPlain = target.protocol === 'http:';
  const host = target.hostname.replace(/^\[(.*)\]$/, '$1');
  const mayConnect = (address: string): boolean => {
    const reach = reachOf(address, allowed);
    return reach === 'allowed' || (reach === 'public' && !isPlain);
  };
  if (isIP(host) && !mayConnect(host)) throw new NotTaken(refusedWords(host, isPlain));
  const timestamp = Math.floor(now / 1000);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'User-Agent': 'chengban-webhook',
    'Webhook-Id': id,
    'Webhook-Timestamp': String(timestamp),
    'Webhook-Signature': signatureOf(secret, id, timestamp, body),
  };
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  const status = await new Promise<number>((resolve, reject) => {
    const request = (isPlain ? http : https).request(
      target,
      { method: 'POST', headers, agent: false, signal, lookup: guarded(mayConnect, host, isPlain) },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        // what it says beyond the status is nobody's concern
        answer.destroy();
      },
    );
    request.on('error', (error) => reject(error));
    request.end(body);
  }).catch((error: unknown) => {
    throw error instanceof NotTaken ? error : new NotTaken(whyNot(error, host));
  });
  if (status >= 300 && status < 400)
    throw new NotTaken(`${host} 要求转到别的地址（${status}），没有跟随；请登记最终的地址`);
  if (status < 200 || status > 299) throw new NotTaken(`${host} 没有收下，答复 ${status}`);
  return status;
}

const guarded =
  (mayConnect: (address: string) => boolean, host: string, isPlain: boolean): LookupFunction =>
  (name, options, callback) =>
    lookUp(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, []);
      const good = found.filter(({ address }) => mayConnect(address));
      const [first] = good;
      if (!first) return callback(new NotTaken(refusedWords(host, isPlain)), []);
      if (options.all) return callback(null, good);
      return callback(null, first.address, first.family);
    });

const refusedWords = (host: string, isPlain: boolean): string =>
  isPlain
    ? `${host} 只能用 https 推送；内网地址要由系统维护人员加入 WEBHOOK_NETWORKS`
    : `${host} 是内网地址，没有推送；确实需要的，请系统维护人员把它所在的网段加入 WEBHOOK_NETWORKS`;

function whyNot(error: unknown, host: string): string {
  const { name, code = '' } = error as { name?: string; code?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return `${host} 没有在 ${TIME_LIMIT_MS / 1000} 秒内答复`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `找不到 ${host}，请核对地址`;
  if (/CERT|SSL|TLS|ISSUER/.test(code)) return `${host} 的证书不可信（${code}）`;
  return `连接不上 ${host}（${code || '原因不明'}）`;
}
