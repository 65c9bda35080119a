import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, SystemClock } from '../../database/clock.js';
import { Poller } from '../../outbox/poller.js';
import { LiveHub } from './live-hub.js';

const PAUSE_MS = 1_000;

@Injectable()
export class LivePoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly poller: Poller;

  constructor(
    hub: LiveHub,
    private readonly clock: Clock,
  ) {
    // never «there is more to do»: what comes within the pause is told as one change
    this.poller = new Poller('Live', PAUSE_MS, async () => {
      await hub.round();
      return 0;
    });
  }

  onApplicationBootstrap(): void {
    // a clock that stands still is moved by a test, which also says when to look
    if (this.clock instanceof SystemClock) this.poller.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.poller.stop();
  }
}
