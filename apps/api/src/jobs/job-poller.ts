import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, SystemClock } from '../database/clock.js';
import { Poller } from '../outbox/poller.js';
import { RunDueJobsUseCase } from './run-due-jobs.use-case.js';

const PAUSE_MS = 1_000;

@Injectable()
export class JobPoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly poller: Poller;

  constructor(
    runDue: RunDueJobsUseCase,
    private readonly clock: Clock,
  ) {
    this.poller = new Poller('Jobs', PAUSE_MS, () => runDue.execute());
  }

  onApplicationBootstrap(): void {
    // a clock that stands still is moved by a test, which also says when to work
    if (this.clock instanceof SystemClock) this.poller.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.poller.stop();
  }
}
