import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../database/clock.js';
import { LiveSessionsReadModel } from '../../identity/identity.module.js';
import { FeedStore, feedKey } from '../inbox/feed.store.js';
import type { LiveStream } from './live-stream.js';

/** Shorter than proxies wait for a word. */
const BEAT_MS = 25_000;

/**
 * The streams that are open at this process, one per session. Each round asks the database once for all of them whether
 * their people's messages have changed and whether their sessions live; other processes do the same for theirs, so no
 * process needs to hear of another. Nobody connected: nothing is asked.
 */
@Injectable()
export class LiveHub implements OnModuleDestroy {
  private readonly streams = new Map<string, LiveStream>();
  private closing = false;

  constructor(
    private readonly feed: FeedStore,
    private readonly sessions: LiveSessionsReadModel,
    private readonly clock: Clock,
  ) {}

  /** The newest stream of a session takes the place of the one before it. */
  async open(stream: LiveStream): Promise<void> {
    if (this.closing) return stream.end();
    const key = stream.session.hash;
    this.streams.get(key)?.end('replaced');
    this.streams.set(key, stream);
    // a reader that comes back learns at once whether it missed something
    const version = (await this.feed.versions([stream.owner])).get(feedKey(stream.owner)) ?? 0;
    if (stream.seen !== version && this.isOpen(stream)) stream.tell(version, this.clock.now());
  }

  /** The reader has gone. */
  forget(stream: LiveStream): void {
    if (this.isOpen(stream)) this.streams.delete(stream.session.hash);
  }

  async round(): Promise<void> {
    const streams = [...this.streams.values()];
    if (streams.length === 0) return;
    const [versions, living] = await Promise.all([
      this.feed.versions(streams.map(({ owner }) => owner)),
      this.sessions.among(streams.map(({ session }) => session)),
    ]);
    for (const stream of streams) if (this.isOpen(stream)) this.serve(stream, versions, living);
  }

  private serve(stream: LiveStream, versions: ReadonlyMap<string, number>, living: ReadonlySet<string>): void {
    const now = this.clock.now();
    const version = versions.get(feedKey(stream.owner)) ?? 0;
    if (!living.has(stream.session.hash)) {
      this.forget(stream);
      stream.end('signed-out');
    } else if (version !== stream.seen) stream.tell(version, now);
    else if (now - stream.lastSentAt >= BEAT_MS) stream.beat(now);
  }

  /** Before the server closes: it would wait for open streams. Readers come back to another process. */
  onModuleDestroy(): void {
    this.closing = true;
    for (const stream of this.streams.values()) stream.end();
    this.streams.clear();
  }

  get size(): number {
    return this.streams.size;
  }

  private isOpen(stream: LiveStream): boolean {
    return this.streams.get(stream.session.hash) === stream;
  }
}
