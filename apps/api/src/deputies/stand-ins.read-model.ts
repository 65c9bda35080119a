import { Injectable } from '@nestjs/common';
import { civilDateInShanghai } from '@chengban/domain';
import { holdsOn } from '../access/deputyships.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';

export interface StandIn {
  readonly deputyId: string;
  readonly principalName: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** `by` does the tasks of `for` today. */
export interface StoodIn {
  readonly for: Named;
  readonly by: Named;
}

/** Who stands in today for people: for those to whom something happens, and for those whom a matter waits for. */
@Injectable()
export class StandInsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One per deputy who is not among `personIds` anyway. @param instanceId what it happens in: rules may be for its flow only */
  of(tenant: string, personIds: readonly string[], instanceId: string | null): Promise<StandIn[]> {
    return this.transactions.current().query(
      `SELECT DISTINCT ON (r.deputy_id) r.deputy_id AS "deputyId", p.name AS "principalName"
         FROM deputy_rule r
         JOIN person p ON p.tenant = r.tenant AND p.id = r.principal_id
        WHERE r.tenant = $1 AND r.principal_id = ANY($2::uuid[]) AND r.deputy_id <> ALL($2::uuid[])
          AND ${holdsOn('r', '$4')}
          AND (r.definition_keys IS NULL OR EXISTS (
            SELECT FROM instance i JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
             WHERE i.tenant = $1 AND i.id = $3 AND v.key = ANY(r.definition_keys)))
        ORDER BY r.deputy_id, p.account`,
      [tenant, personIds, instanceId, civilDateInShanghai(this.clock.now())],
    );
  }

  /** Who acts for these people in flows of this key. */
  inFlow(tenant: string, personIds: readonly string[], definitionKey: string): Promise<StoodIn[]> {
    return this.transactions.current().query(
      `SELECT json_build_object('id', p.id, 'name', p.name) AS "for", json_build_object('id', d.id, 'name', d.name) AS "by"
         FROM deputy_rule r
         JOIN person p ON p.tenant = r.tenant AND p.id = r.principal_id
         JOIN person d ON d.tenant = r.tenant AND d.id = r.deputy_id
        WHERE r.tenant = $1 AND r.principal_id = ANY($2::uuid[]) AND ${holdsOn('r', '$4')}
          AND (r.definition_keys IS NULL OR $3 = ANY(r.definition_keys))
        ORDER BY p.account`,
      [tenant, personIds, definitionKey, civilDateInShanghai(this.clock.now())],
    );
  }
}
