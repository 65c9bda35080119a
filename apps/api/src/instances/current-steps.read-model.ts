import { Injectable } from '@nestjs/common';
import { civilDateInShanghai } from '@chengban/domain';
import { holdsOn } from '../access/deputyships.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';

/** A step of a flow and those whose it is. */
export interface Step {
  readonly nodeId: string;
  readonly name: string;
  readonly who: readonly string[];
}

/** Whom somebody else stands in for today, for `p` and the flow `v.key`: «（乙 代）», nothing where nobody does. */
const STOOD_IN_FOR = `coalesce('（' || (
    SELECT string_agg(d.name, '、' ORDER BY d.account)
      FROM deputy_rule r JOIN person d ON d.tenant = r.tenant AND d.id = r.deputy_id
     WHERE r.tenant = p.tenant AND r.principal_id = p.id AND ${holdsOn('r', '$3')}
       AND (r.definition_keys IS NULL OR v.key = ANY (r.definition_keys))) || ' 代）', '')`;

/** Who an instance waits for: the holder of each open task, else its candidates as they were frozen when it opened. */
@Injectable()
export class CurrentStepsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  steps(tenant: string, instanceId: string): Promise<Step[]> {
    return this.transactions.current().query(
      `SELECT t.node_id AS "nodeId", t.name,
              coalesce(array_agg(p.name || ${STOOD_IN_FOR} ORDER BY p.name) FILTER (WHERE p.id IS NOT NULL), '{}') AS who
         FROM task t
         JOIN instance i ON i.tenant = t.tenant AND i.id = t.instance_id
         JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
         LEFT JOIN person p ON p.tenant = t.tenant
           AND p.id = ANY (CASE WHEN t.holder_id IS NULL THEN t.candidate_ids ELSE ARRAY[t.holder_id] END)
        WHERE t.tenant = $1 AND t.instance_id = $2 AND t.status = 'open'
        GROUP BY t.id, t.node_id, t.name ORDER BY t.id`,
      [tenant, instanceId, civilDateInShanghai(this.clock.now())],
    );
  }
}
