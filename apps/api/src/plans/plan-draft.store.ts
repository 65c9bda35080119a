import { Injectable } from '@nestjs/common';
import type { PlanReading } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.js';
import { PlanDraftRow } from './plan-draft.entity.js';

export type PlanDraft = Omit<PlanDraftRow, 'fileBytes'>;

export interface PlanDraftSummary {
  readonly id: string;
  readonly fileName: string;
  readonly status: 'draft' | 'confirmed';
  readonly measureCount: number;
  readonly planId: string | null;
  readonly createdAt: Date;
}

/** Uploaded documents with their readings. */
@Injectable()
export class PlanDraftStore {
  constructor(private readonly transactions: Transactions) {}

  async add(manager: EntityManager, row: PlanDraftRow): Promise<void> {
    // TypeORM's type of a partial row walks into the JSON and does not come back
    await manager.insert(PlanDraftRow, row as never);
  }

  find(tenant: string, id: string): Promise<PlanDraft | null> {
    return this.transactions.current().findOneBy(PlanDraftRow, { tenant, id });
  }

  /** Two people who correct or confirm at once do it one after the other. */
  lock(manager: EntityManager, tenant: string, id: string): Promise<PlanDraft | null> {
    return manager.findOne(PlanDraftRow, { where: { tenant, id }, lock: { mode: 'pessimistic_write' } });
  }

  async correct(manager: EntityManager, draft: PlanDraft, reading: PlanReading): Promise<void> {
    const { tenant, id, revision } = draft;
    await manager.update(PlanDraftRow, { tenant, id }, { reading, revision: revision + 1 } as never);
  }

  async markConfirmed(
    manager: EntityManager,
    { tenant, id, revision }: PlanDraft,
    confirmed: { planId: string; confirmedBy: string | null; confirmedAt: Date },
  ): Promise<void> {
    await manager.update(PlanDraftRow, { tenant, id }, { ...confirmed, status: 'confirmed', revision: revision + 1 });
  }

  /** Newest first. */
  list(tenant: string): Promise<PlanDraftSummary[]> {
    return this.transactions.current().query(
      `SELECT id, file_name AS "fileName", status, json_array_length(reading->'measures') AS "measureCount",
         plan_id AS "planId", created_at AS "createdAt"
       FROM plan_draft WHERE tenant = $1 ORDER BY created_at DESC, id DESC LIMIT 200`,
      [tenant],
    );
  }
}
