import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { IdempotencyStore } from '../http/idempotency/idempotency.store.js';
import { SessionStore } from '../identity/session.store.js';
import { SignInAttemptStore } from '../identity/sign-in-attempt.store.js';

const EVERY_MS = 3_600_000;

/** Removes what has run out: sessions, old idempotency keys, old failed sign-ins. Nothing depends on when it runs. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Housekeeping');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionStore,
    private readonly attempts: SignInAttemptStore,
    private readonly keys: IdempotencyStore,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run().catch((fault) => this.logger.error(fault)), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    await this.sessions.removeExpired();
    await this.attempts.removeOld();
    await this.keys.removeOld();
  }
}
