import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Which open task a person may act on, for lists of obligations. Needs nothing of the other features. */
@Injectable()
export class OpenTasksReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** By obligation id; an obligation without a task for this person is not in the map. */
  async byObligation(tenant: string, personId: string, obligationIds: readonly string[]): Promise<Map<string, string>> {
    if (obligationIds.length === 0) return new Map();
    const rows: { obligationId: string; id: string }[] = await this.transactions.current().query(
      `SELECT DISTINCT ON (obligation_id) obligation_id AS "obligationId", id FROM task
        WHERE tenant = $1 AND status = 'open' AND obligation_id = ANY($2::uuid[]) AND candidate_ids @> ARRAY[$3::uuid]
        ORDER BY obligation_id, (holder_id = $3::uuid) DESC NULLS LAST, opened_at`,
      [tenant, obligationIds, personId],
    );
    return new Map(rows.map((row) => [row.obligationId, row.id]));
  }
}
