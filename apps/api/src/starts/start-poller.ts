import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, SystemClock } from '../database/clock.js';
import { Poller } from '../outbox/poller.js';
import { BeginDueUseCase } from './begin-due.use-case.js';

/** Flows begin on days: being some seconds late is nothing. */
const PAUSE_MS = 5_000;

@Injectable()
export class StartPoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly poller: Poller;

  constructor(
    beginDue: BeginDueUseCase,
    private readonly clock: Clock,
  ) {
    this.poller = new Poller('Starts', PAUSE_MS, () => beginDue.execute(clock.now()));
  }

  onApplicationBootstrap(): void {
    // a clock that stands still is moved by a test, which also says when to look at it
    if (this.clock instanceof SystemClock) this.poller.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.poller.stop();
  }
}
