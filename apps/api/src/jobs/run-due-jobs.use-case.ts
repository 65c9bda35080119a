import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { JobCommand } from '../instances/instances.module.js';
import { HANDLERS, Hopeless, type Handler, type HandlerAnswer } from './handlers/handler.js';
import { JobStore, type TakenJob } from './job.store.js';

/** Minutes before the second, third … try; after the last one the work is an incident. */
const PAUSES = [1, 5, 30, 120];
const TIME_LIMIT_MS = 60_000;
const MAX_ERROR = 500;

/**
 * Gives work to its handlers: leased in one transaction, done outside any, answered in another. So a handler may be told
 * twice of the same work, but the flow takes one answer.
 */
@Injectable()
export class RunDueJobsUseCase {
  private readonly logger = new Logger('Jobs');
  private readonly handlers: ReadonlyMap<string, Handler>;

  constructor(
    private readonly store: JobStore,
    private readonly command: JobCommand,
    private readonly clock: Clock,
    @Inject(HANDLERS) handlers: readonly Handler[],
  ) {
    this.handlers = new Map(handlers.map((handler) => [handler.name, handler]));
  }

  /** @returns how many jobs were answered, for good or ill */
  async execute(limit = 1000): Promise<number> {
    let answered = 0;
    for (let tries = 0; tries < limit; tries++) {
      const job = await this.store.take(this.clock.date());
      if (!job) break;
      if (await this.runOne(job)) answered++;
    }
    return answered;
  }

  private async runOne(job: TakenJob): Promise<boolean> {
    const handler = this.handlers.get(job.handler);
    if (!handler) {
      await this.command.answer(job.tenant, job.id, {
        kind: 'failed',
        message: `服务器没有名为“${job.handler}”的处理程序`,
      });
      return true;
    }
    let answer: HandlerAnswer;
    try {
      answer = await handler.run({ ...job, signal: AbortSignal.timeout(TIME_LIMIT_MS) });
    } catch (error) {
      return this.failed(job, error);
    }
    await this.command.answer(job.tenant, job.id, answer);
    return true;
  }

  private async failed(job: TakenJob, error: unknown): Promise<boolean> {
    const message = (error instanceof Error ? error.message : String(error)).slice(0, MAX_ERROR);
    this.logger.error(`job ${job.id} (${job.handler}), try ${job.attempts}: ${message}`);
    const pause = PAUSES[job.attempts - 1];
    if (pause !== undefined && !(error instanceof Hopeless)) {
      await this.store.postpone(job, message, pause, this.clock.date());
      return false;
    }
    await this.command.answer(job.tenant, job.id, { kind: 'failed', message });
    return true;
  }
}
