import { Injectable } from '@nestjs/common';
import type { ScheduledStart } from '@chengban/domain';
import { v7 } from 'uuid';
import { Transactions } from '../database/transactions.js';
import { ScheduledStartEntity } from './scheduled-start.entity.js';

/** When flows begin by the clock. */
@Injectable()
export class ScheduleStore {
  constructor(private readonly transactions: Transactions) {}

  /** The times of a flow's newest version; those of the version before are over. Runs in the transaction that publishes it. */
  async replace(
    tenant: string,
    definitionKey: string,
    definitionVersionId: string,
    starts: readonly ScheduledStart[],
  ): Promise<void> {
    const rows = this.transactions.current().getRepository(ScheduledStartEntity);
    await rows.delete({ tenant, definitionKey });
    if (starts.length === 0) return;
    const of = { tenant, definitionKey, definitionVersionId };
    await rows.insert(
      starts.map((start) => ({
        ...of,
        id: v7(),
        ...start,
        dueAt: new Date(start.due.dueAt),
        attempts: 0,
        acts: [],
      })) as never,
    );
  }
}
