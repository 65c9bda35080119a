import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, type Actor, type AppAbility } from '@chengban/domain';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { instanceFields, MatterReadModel, tell } from '../matters/matter.read-model.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { CopiesStore } from './copies.store.js';

/** 催阅: reminds those who have not read or answered, each of them once a day at most. */
@Injectable()
export class RemindReadersUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterReadModel,
    private readonly store: CopiesStore,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were reminded @throws Problem 404 · 403 · 422 `nobody-left`, `reminded-today` */
  execute({ tenant, name }: Actor, ability: AppAbility, instanceId: string): Promise<number> {
    return this.transactions.inTransaction(async () => {
      const matter = await this.matters.find(ability, tenant, instanceId, 'share');
      if (!matter) throw notFound('这件事');
      requireOn(ability, 'copy', 'Instance', instanceFields(matter), '您不参与办理这件事，不能催阅');
      const at = this.clock.date();
      const { personIds, waiting } = await this.store.remind(tenant, instanceId, civilDateInShanghai(at.getTime()));
      if (waiting === 0) throw nobodyLeft();
      if (personIds.length === 0) throw remindedToday();
      const title = `${name} 提醒您阅读抄送的事项`;
      await this.outbox.add(tenant, [tell(matter, 'copy.reminder', personIds, title)], at);
      return personIds.length;
    });
  }
}

const nobodyLeft = (): Problem =>
  new Problem({
    status: 422,
    code: 'nobody-left',
    title: '所有人都已阅读，不用再催',
    detail: '请刷新页面查看最新的传阅情况。',
  });

const remindedToday = (): Problem =>
  new Problem({
    status: 422,
    code: 'reminded-today',
    title: '今天已经催过，每天只能催一次',
    detail: '急需回复的，请直接联系对方，或明天再催。',
  });
