import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from '../../../apps/api/src/notify/webhooks/signature.js';

export interface Received {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** A system that is told by webhook. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** what it answers from now on */
  answer: { status: number; headers?: Record<string, string> };
  close(): Promise<void>;
}

export async function receiver(): Promise<Receiver> {
  const server = http.createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      there.received.push({ path: request.url ?? '', headers: request.headers, body });
      reply.writeHead(there.answer.status, there.answer.headers).end('a word nobody reads');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const there: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answer: { status: 204 },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return there;
}

/** What a receiver checks before it believes a message. */
export const isSigned = ({ headers, body }: Received, secret: string): boolean =>
  headers['webhook-signature'] ===
  signatureOf(secret, String(headers['webhook-id']), Number(headers['webhook-timestamp']), body);
