import { Injectable } from '@nestjs/common';
import type { Marking } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import type { StoredApproval } from './locked-state.js';

export interface InstanceHead {
  readonly definitionVersionId: string;
  readonly marking: Marking;
  readonly approval: StoredApproval;
  readonly historySeq: number;
  readonly historyHash: string;
}

@Injectable()
export class InstanceStore {
  constructor(private readonly transactions: Transactions) {}

  /** The row held still while its history is read. */
  async lockedHead(tenant: string, id: string): Promise<InstanceHead | null> {
    const rows: InstanceHead[] = await this.transactions.current().query(
      `SELECT definition_version_id AS "definitionVersionId", marking, approval, history_seq AS "historySeq", history_hash AS "historyHash"
         FROM instance WHERE tenant = $1 AND id = $2 FOR UPDATE`,
      [tenant, id],
    );
    return rows[0] ?? null;
  }

  /** The unit that supervises a plan; it never changes once the plan is live. */
  async supervisorOf(tenant: string, planId: string): Promise<string> {
    const [plan]: { unitId: string }[] = await this.transactions
      .current()
      .query('SELECT supervisor_unit_id AS "unitId" FROM plan WHERE tenant = $1 AND id = $2', [tenant, planId]);
    if (!plan) throw new Error(`plan ${planId} vanished`);
    return plan.unitId;
  }
}
