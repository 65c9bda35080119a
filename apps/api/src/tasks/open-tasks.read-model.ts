import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Transactions } from '../database/transactions.js';

const COLUMNS = {
  tenant: 't.tenant',
  unitId: 't.unit_id',
  candidateIds: { expression: 't.candidate_ids', array: true },
  definitionKey: 'v.key',
};

/**
 * Which open task a person may act on, also for somebody away, for lists of obligations. A request beside the obligation's
 * own flow is no way on with the obligation, so its tasks are not here. Needs nothing of the other features.
 */
@Injectable()
export class OpenTasksReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** By obligation id; an obligation without a task for this person is not in the map. */
  async byObligation(
    { actor, ability }: { readonly actor: Actor; readonly ability: AppAbility },
    obligationIds: readonly string[],
  ): Promise<Map<string, string>> {
    if (obligationIds.length === 0) return new Map();
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const mayAct = sqlFor(ability, 'act', 'Task', COLUMNS, parameters);
    const [tenant, person] = [bind(actor.tenant), `${bind(actor.personId)}::uuid`];
    const rows: { obligationId: string; id: string }[] = await this.transactions.current().query(
      `SELECT DISTINCT ON (t.obligation_id) t.obligation_id AS "obligationId", t.id
         FROM task t
         JOIN instance i ON i.tenant = t.tenant AND i.id = t.instance_id
         JOIN definition_version v ON v.tenant = i.tenant AND v.id = i.definition_version_id
        WHERE t.tenant = ${tenant} AND t.status = 'open' AND t.obligation_id = ANY(${bind(obligationIds)}::uuid[]) AND i.request IS NULL AND ${mayAct}
        ORDER BY t.obligation_id, (t.holder_id = ${person}) DESC NULLS LAST, (${person} = ANY(t.candidate_ids)) DESC, t.opened_at`,
      parameters.values,
    );
    return new Map(rows.map((row) => [row.obligationId, row.id]));
  }
}
