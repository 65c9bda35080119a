import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { invalidInput, notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { cleanText } from '../instances/instances.module.js';
import { MatterReadModel, tell } from '../matters/matter.read-model.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { CopiesStore } from './copies.store.js';

/** 阅示: answers a circulated matter, once. The sender is told. */
@Injectable()
export class RemarkCopyUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterReadModel,
    private readonly store: CopiesStore,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 · 404 · 409 `already-remarked` · 422 `cc-takes-no-remark` */
  execute({ tenant, personId, name }: Actor, ability: AppAbility, id: string, given: string): Promise<void> {
    const text = cleanText(given).trim();
    if (text === '') throw invalidInput([{ field: 'text', message: '请填写意见，例如“已阅。”' }]);
    return this.transactions.inTransaction(async () => {
      const copy = await this.store.lock(tenant, id);
      if (!copy) throw notFound('这件抄送');
      requireOn(ability, 'update', 'Copy', { tenant, personId: copy.personId }, '只能由接收人本人签署意见');
      if (copy.kind === 'cc') throw noRemark();
      if (copy.remarkedAt !== null) throw remarked();
      const at = this.clock.date();
      await this.store.remark(tenant, id, text, at);
      const matter = await this.matters.known(tenant, copy.instanceId, 'read');
      if (matter && copy.madeBy !== null && copy.madeBy !== personId)
        await this.outbox.add(tenant, [tell(matter, 'copy.remarked', [copy.madeBy], `${name} 已签署传阅意见`)], at);
    });
  }
}

const noRemark = (): Problem =>
  new Problem({
    status: 422,
    code: 'cc-takes-no-remark',
    title: '这是抄送，只需阅读，不用签署意见',
    detail: '有话要说的，请在“沟通”中发言，或联系抄送人。',
  });

const remarked = (): Problem =>
  new Problem({
    status: 409,
    code: 'already-remarked',
    title: '您已经签署过意见',
    detail: '传阅意见签署后不能修改，请刷新页面查看。',
  });
