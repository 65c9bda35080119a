import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound } from '../http/problems/common-problems.js';
import { MatterReadModel } from '../matters/matter.read-model.js';
import { CopiesReadModel, type ReceivedCopy } from './copies.read-model.js';
import { CopiesStore } from './copies.store.js';

/** Opens a matter that was sent to oneself: the receipt keeps when that was first done. */
@Injectable()
export class OpenCopiesUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterReadModel,
    private readonly copies: CopiesReadModel,
    private readonly store: CopiesStore,
    private readonly clock: Clock,
  ) {}

  /** @returns what this person was sent of this matter, the newest first; empty for everybody else who may read it */
  execute({ tenant, personId }: Actor, ability: AppAbility, instanceId: string): Promise<ReceivedCopy[]> {
    return this.transactions.inTransaction(async () => {
      if (!(await this.matters.find(ability, tenant, instanceId))) throw notFound('这件事');
      await this.store.open(tenant, instanceId, personId, this.clock.date());
      return this.copies.received(ability, tenant, { personId, instanceId });
    });
  }
}
