import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** A step of a flow and those whose it is. */
export interface Step {
  readonly nodeId: string;
  readonly name: string;
  readonly who: readonly string[];
}

/** Who an instance waits for: the holder of each open task, else its candidates as they were frozen when it opened. */
@Injectable()
export class CurrentStepsReadModel {
  constructor(private readonly transactions: Transactions) {}

  steps(tenant: string, instanceId: string): Promise<Step[]> {
    return this.transactions.current().query(
      `SELECT t.node_id AS "nodeId", t.name,
              coalesce(array_agg(p.name ORDER BY p.name) FILTER (WHERE p.id IS NOT NULL), '{}') AS who
         FROM task t
         LEFT JOIN person p ON p.tenant = t.tenant
           AND p.id = ANY (CASE WHEN t.holder_id IS NULL THEN t.candidate_ids ELSE ARRAY[t.holder_id] END)
        WHERE t.tenant = $1 AND t.instance_id = $2 AND t.status = 'open'
        GROUP BY t.id, t.node_id, t.name ORDER BY t.id`,
      [tenant, instanceId],
    );
  }
}
