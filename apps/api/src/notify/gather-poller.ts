import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, SystemClock } from '../database/clock.js';
import { Poller } from '../outbox/poller.js';
import { GatherDueUseCase } from './gather-due.use-case.js';

const PAUSE_MS = 5_000;

@Injectable()
export class GatherPoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly poller: Poller;

  constructor(
    gatherDue: GatherDueUseCase,
    private readonly clock: Clock,
  ) {
    this.poller = new Poller('Digests', PAUSE_MS, () => gatherDue.execute());
  }

  onApplicationBootstrap(): void {
    // a clock that stands still is moved by a test, which also says when to gather
    if (this.clock instanceof SystemClock) this.poller.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.poller.stop();
  }
}
