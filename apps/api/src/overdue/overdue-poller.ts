import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, SystemClock } from '../database/clock.js';
import { Poller } from '../outbox/poller.js';
import { RemindDueUseCase } from './remind-due.use-case.js';

/** Terms end with a day: a minute more or less is nothing. */
const PAUSE_MS = 60_000;

@Injectable()
export class OverduePoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly poller: Poller;

  constructor(
    remindDue: RemindDueUseCase,
    private readonly clock: Clock,
  ) {
    this.poller = new Poller('Overdue', PAUSE_MS, () => remindDue.execute(clock.now()));
  }

  onApplicationBootstrap(): void {
    // a clock that stands still is moved by a test, which also says when to look at it
    if (this.clock instanceof SystemClock) this.poller.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.poller.stop();
  }
}
