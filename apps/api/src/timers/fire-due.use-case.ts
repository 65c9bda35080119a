import { Injectable, Logger } from '@nestjs/common';
import { TimerCommand } from '../instances/instances.module.js';
import { TimerStore } from './timer.store.js';

/** Fires what is due, one transaction per timer. Any number of processes may do it at once: locked rows are passed over. */
@Injectable()
export class FireDueUseCase {
  private readonly logger = new Logger('Timers');

  constructor(
    private readonly command: TimerCommand,
    private readonly timers: TimerStore,
  ) {}

  /**
   * @param now epoch ms
   * @param limit ends a run that would go on for ever because new timers are due at once
   * @returns how many fired
   */
  async execute(now: number, limit = 1000): Promise<number> {
    let fired = 0;
    for (let tries = 0; tries < limit; tries++) {
      const outcome = await this.fireOne(now);
      if (outcome === 'none') break;
      if (outcome === 'fired') fired++;
    }
    return fired;
  }

  private async fireOne(now: number): Promise<'none' | 'fired' | 'refused' | 'failed'> {
    let inHand: { tenant: string; timerId: string } | undefined;
    try {
      const outcome = await this.command.fireOne(now, (tenant, timerId) => {
        inHand = { tenant, timerId };
      });
      return outcome.kind;
    } catch (error) {
      // without a timer in hand the fault is the database's: the next round tries again
      if (!inHand) throw error;
      const text = error instanceof Error ? error.message : String(error);
      this.logger.error(`timer ${inHand.timerId}: ${text}`);
      await this.timers.postpone(inHand.tenant, inHand.timerId, text, now);
      return 'failed';
    }
  }
}
