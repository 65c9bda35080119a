import { Injectable } from '@nestjs/common';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound } from '../http/problems/common-problems.js';
import { momentInWords } from '../http/problems/moment-in-words.js';
import { TRIES_BEFORE_LISTED } from '../outbox/delivery-act.js';
import { TimerStore, type LockedTimer } from '../timers/timers.module.js';
import { DeliveryConflicts, STALE, type Conflict } from './delivery-conflict.js';
import { ONLY_ADMINS, type Decided, type Decision } from './locked-messages.js';

/** 立即重试 of a timer. It cannot be given up: its flow would wait at that place for ever. */
@Injectable()
export class RetryTimerUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: TimerStore,
    private readonly conflicts: DeliveryConflicts,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404, 409 */
  execute({ actor, ability, id, seen }: Decision): Promise<Decided> {
    return this.transactions.inTransaction(async () => {
      const row = await this.timers.lock(actor.tenant, id);
      if (!row) throw notFound('这个定时');
      requireOn(ability, 'resolve', 'Delivery', { tenant: row.tenant }, ONLY_ADMINS);
      const conflict = closed(row) ?? (seen !== null && seen !== row.acts.length ? STALE : early(row));
      if (conflict) throw await this.conflicts.problem(conflict, row, seen);
      const at = this.clock.date();
      await this.timers.tryNow(row, { verb: 'retry', at: at.toISOString(), by: actor.personId });
      return { id: row.id, revision: row.acts.length + 1, nextTryAt: at };
    });
  }
}

function closed({ status, closedAt }: LockedTimer): Conflict | null {
  if (status === 'pending') return null;
  const when = closedAt ? `于${momentInWords(closedAt)}` : '';
  const fact =
    status === 'fired' ? `它${when}已经触发，流程继续往下走。` : `流程${when}已经离开这个环节，定时随之取消。`;
  return { code: 'timer-closed', title: '这个定时已经结束', fact, cure: '不用再办，请刷新列表。' };
}

const early = ({ attempts }: LockedTimer): Conflict | null =>
  attempts < TRIES_BEFORE_LISTED
    ? {
        code: 'not-failing',
        title: '这个定时没有反复失败',
        cure: `到时间会自动触发；试过 ${TRIES_BEFORE_LISTED} 次仍没有触发的，再来处理。`,
      }
    : null;
