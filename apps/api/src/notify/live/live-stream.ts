import type { ServerResponse } from 'node:http';
import type { SessionKey } from '../../identity/live-sessions.read-model.js';
import type { FeedOwner } from '../inbox/feed.store.js';

export type LiveEvent = 'change' | 'replaced' | 'signed-out';

/** A reader that takes in nothing must not fill the memory. */
const MOST_UNSENT = 64 * 1024;

/** One open stream of server-sent events. */
export class LiveStream {
  /** when something was last sent, epoch milliseconds */
  lastSentAt: number;

  /** @param seen the version the reader knows of; null: none yet */
  constructor(
    readonly owner: FeedOwner,
    readonly session: SessionKey,
    private readonly out: ServerResponse,
    public seen: number | null,
    now: number,
  ) {
    this.lastSentAt = now;
    // a proxy that holds back the first bytes is told to pass them on
    out.write('retry: 3000\n\n');
  }

  tell(version: number, now: number): void {
    this.seen = version;
    this.write(`id: ${version}\nevent: ${'change' satisfies LiveEvent}\ndata: {"version":${version}}\n\n`, now);
  }

  beat(now: number): void {
    this.write(': \n\n', now);
  }

  /** @param why an event that says so, for a reader that would otherwise come back at once */
  end(why?: Exclude<LiveEvent, 'change'>): void {
    this.out.end(why ? `event: ${why}\ndata: {}\n\n` : undefined);
  }

  private write(text: string, now: number): void {
    this.lastSentAt = now;
    if (this.out.writableLength > MOST_UNSENT) this.out.destroy();
    else this.out.write(text);
  }
}
