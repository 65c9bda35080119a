import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { MatterReadModel } from '../matters/matter.read-model.js';
import { CommentsStore } from './comments.store.js';
import { mayReadWords } from './may-comment.js';

const MINUTES = 2;
const WINDOW_MS = MINUTES * 60_000;

/** Until when an author may take words back. */
export const withdrawableUntil = (createdAt: Date): Date => new Date(createdAt.getTime() + WINDOW_MS);

/** 撤回: takes one's own words back while they are fresh. That there were some, whose and when, stays. */
@Injectable()
export class WithdrawCommentUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterReadModel,
    private readonly store: CommentsStore,
    private readonly clock: Clock,
  ) {}

  /** Twice is once. @throws Problem 404 · 403 for another's · 422 `withdraw-too-late` */
  execute(actor: Actor, ability: AppAbility, id: string): Promise<void> {
    const { tenant } = actor;
    return this.transactions.inTransaction(async () => {
      const found = await this.store.lock(tenant, id);
      const matter = found && (await this.matters.find(ability, tenant, found.instanceId));
      if (!matter || !mayReadWords(actor, matter, found)) throw notFound('这条消息');
      const { scope, unitId, authorId, createdAt } = found;
      const fields = { tenant, scope, unitId: unitId ?? '', authorId };
      requireOn(ability, 'withdraw', 'Comment', fields, '只能撤回自己的消息');
      if (found.withdrawn) return;
      const now = this.clock.date();
      if (now > withdrawableUntil(createdAt)) throw tooLate();
      await this.store.withdraw(tenant, id, now);
    });
  }
}

const tooLate = (): Problem =>
  new Problem({
    status: 422,
    code: 'withdraw-too-late',
    title: `发出已超过 ${MINUTES} 分钟，不能撤回`,
    detail: '请再发一条消息说明。',
  });
