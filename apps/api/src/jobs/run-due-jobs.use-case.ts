import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { JobCommand, type JobResult } from '../instances/instances.module.js';
import { HANDLERS, Hopeless, type Handler, type HandlerAnswer } from './handlers/handler.js';
import { JobStore, type TakenJob } from './job.store.js';

const LONGEST_PAUSE = 120;
/** Minutes before the second, third … try; after the last one the work is an incident. */
const PAUSES = [1, 5, 30, LONGEST_PAUSE];
const TIME_LIMIT_MS = 60_000;
const MAX_ERROR = 500;

/**
 * Gives work to its handlers: leased in one transaction, done outside any, answered in another. So a handler may be told
 * twice of the same work, but the flow takes one answer.
 */
@Injectable()
export class RunDueJobsUseCase {
  private readonly logger = new Logger('Jobs');
  private readonly timeLimitMs = TIME_LIMIT_MS;
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
    if (!handler) return this.answer(job, failed(`服务器没有名为“${job.handler}”的处理程序`));
    let answer: HandlerAnswer;
    try {
      const signal = AbortSignal.timeout(this.timeLimitMs);
      answer = await inTime(handler.run({ ...job, signal }), signal);
    } catch (error) {
      const message = this.noted(job, error);
      const pause = PAUSES[job.attempts - 1];
      if (pause === undefined || error instanceof Hopeless) return this.answer(job, failed(forPeople(message)));
      return this.postpone(job, message, pause);
    }
    return this.answer(job, answer);
  }

  /** A fault of ours keeps back this answer only, not the work behind it. */
  private async answer(job: TakenJob, answer: JobResult | HandlerAnswer): Promise<boolean> {
    try {
      await this.command.answer(job.tenant, job.id, answer);
      return true;
    } catch (error) {
      return this.postpone(job, this.noted(job, error), PAUSES[job.attempts - 1] ?? LONGEST_PAUSE);
    }
  }

  private async postpone(job: TakenJob, message: string, pause: number): Promise<false> {
    await this.store.postpone(job, message, pause, this.clock.date());
    return false;
  }

  private noted({ id, handler, attempts }: TakenJob, error: unknown): string {
    const message = (error instanceof Error ? error.message : String(error)).slice(0, MAX_ERROR);
    this.logger.error(`job ${id} (${handler}), try ${attempts}: ${message}`);
    return message;
  }
}

const failed = (message: string): JobResult => ({ kind: 'failed', message });

/** Handlers say in Chinese what went wrong; what is not Chinese is a fault of a program, and nobody's here to mend. */
const forPeople = (message: string): string =>
  /\p{Script=Han}/u.test(message) ? message : `处理程序出错，请把这段话交给系统维护人员：${message}`;

/** A handler that does not heed its signal must not hold up all the work behind it. */
const inTime = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('没有在规定的时间内办完')), { once: true }),
    ),
  ]);
