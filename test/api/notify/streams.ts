import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TENANT } from '../../support/world.js';

interface StreamEvent {
  readonly event: string;
  readonly id: string | null;
}

/** An open stream of server-sent events, read as a browser reads it. */
export interface Stream {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** the next event; waits for it */
  next(): Promise<StreamEvent>;
  /** events that have come and that nobody asked for yet */
  pending(): readonly StreamEvent[];
  /** comments that have come */
  beats(): number;
  /** resolves when the server ends the stream */
  readonly ended: Promise<void>;
  close(): void;
}

export async function addressOf(app: NestFastifyApplication): Promise<string> {
  if (!app.getHttpServer().listening) await app.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
}

export async function openStream(app: NestFastifyApplication, cookie: string, lastEventId?: string): Promise<Stream> {
  const url = `${await addressOf(app)}/api/v1/${TENANT}/live`;
  const headers = { Cookie: cookie, ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }) };
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, (answer) => {
      let text = '';
      let beats = 0;
      const events: StreamEvent[] = [];
      const waiting: ((event: StreamEvent) => void)[] = [];
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const lines = text.slice(0, end).split('\n');
          text = text.slice(end + 2);
          if (lines[0]?.startsWith(':')) beats++;
          const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
          const event = field('event');
          if (event === undefined) continue;
          const found = { event, id: field('id') ?? null };
          const taker = waiting.shift();
          if (taker) taker(found);
          else events.push(found);
        }
      });
      const ended = new Promise<void>((end) => answer.on('close', () => end()));
      answer.on('error', () => undefined);
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        next: () => {
          const there = events.shift();
          return there ? Promise.resolve(there) : new Promise((take) => waiting.push(take));
        },
        pending: () => events,
        beats: () => beats,
        ended,
        close: () => request.destroy(),
      });
    });
    request.on('error', reject);
  });
}
