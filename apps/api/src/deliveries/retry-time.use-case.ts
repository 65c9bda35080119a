import { Injectable } from '@nestjs/common';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound } from '../http/problems/common-problems.js';
import { TRIES_BEFORE_LISTED, type DeliveryAct } from '../outbox/delivery-act.js';
import { ScheduledStartStore } from '../starts/starts.module.js';
import { TimerStore } from '../timers/timers.module.js';
import { ONLY_ADMINS, type Decided, type Decision } from './decision.js';
import { DeliveryConflicts, staleFor, type Conflict } from './delivery-conflict.js';
import { SCHEDULE, TIMER, type TimeWords } from './time-words.js';

interface LockedTime {
  readonly tenant: string;
  readonly id: string;
  readonly attempts: number;
  readonly acts: readonly DeliveryAct[];
}

interface TimeStore<Row> {
  lock(tenant: string, id: string): Promise<Row | null>;
  tryNow(row: Row, act: DeliveryAct): Promise<void>;
}

/**
 * 立即重试 of a timer or a scheduled start. Neither can be given up: the flow would wait at its timer for ever, and
 * what ends a scheduled start is another version of its flow.
 */
@Injectable()
export class RetryTimeUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: TimerStore,
    private readonly schedules: ScheduledStartStore,
    private readonly conflicts: DeliveryConflicts,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404, 409 */
  execute(kind: 'timer' | 'schedule', decision: Decision): Promise<Decided> {
    return this.transactions.inTransaction(() =>
      kind === 'timer' ? this.retry(this.timers, TIMER, decision) : this.retry(this.schedules, SCHEDULE, decision),
    );
  }

  private async retry<Row extends LockedTime>(
    store: TimeStore<Row>,
    words: TimeWords<Row>,
    { actor, ability, id, seen }: Decision,
  ): Promise<Decided> {
    const row = await store.lock(actor.tenant, id);
    if (!row) throw notFound(words.what, words.gone);
    requireOn(ability, 'resolve', 'Delivery', { tenant: row.tenant }, ONLY_ADMINS);
    const conflict = words.closed(row) ?? staleFor(row, seen) ?? early(row, words);
    if (conflict) throw await this.conflicts.problem(conflict, row, seen);
    const at = this.clock.date();
    await store.tryNow(row, { verb: 'retry', at: at.toISOString(), by: actor.personId });
    return { id: row.id, revision: row.acts.length + 1, nextTryAt: at };
  }
}

const early = ({ attempts }: LockedTime, { what, happen }: TimeWords<never>): Conflict | null =>
  attempts < TRIES_BEFORE_LISTED
    ? {
        code: 'not-failing',
        title: `${what}没有反复失败`,
        cure: `到时间会自动${happen}；试过 ${TRIES_BEFORE_LISTED} 次仍没有${happen}的，再来处理。`,
      }
    : null;
