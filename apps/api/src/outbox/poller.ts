import { Logger } from '@nestjs/common';

/**
 * Calls `work` again and again, never twice at once, until it is stopped. When a call had something to do the next one
 * follows at once; otherwise it waits. Faults are logged and tried again: nothing is lost, because the work is rows.
 */
export class Poller {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;

  /** @param work returns how much was done */
  constructor(
    name: string,
    private readonly pauseMs: number,
    private readonly work: () => Promise<number>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    this.timer = setTimeout(() => this.round(), this.pauseMs).unref();
  }

  /** Resolves when the call that is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private round(): void {
    this.running = this.work()
      .catch((error: unknown) => {
        this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return 0;
      })
      .then((done) => {
        if (!this.stopped) this.timer = setTimeout(() => this.round(), done > 0 ? 0 : this.pauseMs).unref();
      });
  }
}
