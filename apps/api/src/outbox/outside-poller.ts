import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, SystemClock } from '../database/clock.js';
import { Poller } from './poller.js';
import { SendOutsideUseCase } from './send-outside.use-case.js';

const PAUSE_MS = 1_000;

/** One round per kind of sender: a mail server that hangs keeps no webhook back. */
@Injectable()
export class OutsidePoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pollers: readonly Poller[];

  constructor(
    sendOutside: SendOutsideUseCase,
    private readonly clock: Clock,
  ) {
    this.pollers = sendOutside.senders.map(
      (sender) => new Poller(`Outside ${sender.topic}`, PAUSE_MS, () => sendOutside.round(sender)),
    );
  }

  onApplicationBootstrap(): void {
    // a clock that stands still is moved by a test, which also says when to send
    if (this.clock instanceof SystemClock) for (const poller of this.pollers) poller.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.stop()));
  }
}
