import { Injectable } from '@nestjs/common';
import type { HandledTask } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';

/** The tasks of a matter as rules see them, where one row is checked in memory. Needs nothing of the other features. */
@Injectable()
export class HandledTasksReadModel {
  constructor(private readonly transactions: Transactions) {}

  ofObligation(tenant: string, obligationId: string): Promise<HandledTask[]> {
    return this.transactions.current().query(
      `SELECT t.candidate_ids AS "candidateIds", v.key AS "definitionKey", t.purpose, t.status
         FROM task t
         JOIN instance i ON i.tenant = t.tenant AND i.id = t.instance_id
         JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
        WHERE t.tenant = $1 AND t.obligation_id = $2`,
      [tenant, obligationId],
    );
  }
}
