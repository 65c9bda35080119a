import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, SystemClock } from '../database/clock.js';
import { DeliverDueUseCase } from './deliver-due.use-case.js';
import { Poller } from './poller.js';

/** What a person waits for before a colleague's list shows the next task. */
const PAUSE_MS = 1_000;

@Injectable()
export class OutboxPoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly poller: Poller;

  constructor(
    deliverDue: DeliverDueUseCase,
    private readonly clock: Clock,
  ) {
    this.poller = new Poller('Outbox', PAUSE_MS, () => deliverDue.execute());
  }

  onApplicationBootstrap(): void {
    // a clock that stands still is moved by a test, which also says when to deliver
    if (this.clock instanceof SystemClock) this.poller.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.poller.stop();
  }
}
