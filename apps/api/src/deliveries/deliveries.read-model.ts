import { Injectable } from '@nestjs/common';
import type { AppAbility } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import type { DeliveryDto } from './deliveries.dto.js';
import { listSql, messagesIn, schedulesIn, timersIn, type DeliveryState, type ListedRow } from './listed-sql.js';
import { cureFor, errorForPeople, kindOfTopic, whatItIs } from './delivery-words.js';

export interface DeliveryFilter {
  readonly state: DeliveryState;
  /** since and id of the last row shown */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Messages, timers and scheduled starts that did not arrive by themselves, for those who may decide about them; the newest first. */
@Injectable()
export class DeliveriesReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
  ) {}

  async list(ability: AppAbility, tenant: string, { state, after, limit }: DeliveryFilter): Promise<DeliveryDto[]> {
    const parameters = new SqlParameters();
    const allowed = sqlFor(ability, 'read', 'Delivery', { tenant: 'x.tenant' }, parameters);
    const sql = listSql({ tenant, state, after, limit, allowed }, parameters.bind);
    const rows: ListedRow[] = await this.transactions.current().query(sql, parameters.values);
    return Promise.all(rows.map((row) => this.itemOf(tenant, row)));
  }

  /** How many wait for a person. */
  async open(ability: AppAbility, tenant: string): Promise<number> {
    const parameters = new SqlParameters();
    const allowed = sqlFor(ability, 'read', 'Delivery', { tenant: 'x.tenant' }, parameters);
    const place = parameters.bind(tenant);
    const count = (from: string): string =>
      `(SELECT count(*) FROM ${from} AND x.tenant = ${place} AND ${allowed})::integer`;
    const [row]: { open: number }[] = await this.transactions
      .current()
      .query(
        `SELECT ${[messagesIn('open'), timersIn(), schedulesIn()].map(count).join(' + ')} AS open`,
        parameters.values,
      );
    return row?.open ?? 0;
  }

  private async itemOf(tenant: string, row: ListedRow): Promise<DeliveryDto> {
    const { nodeId, definition, obligation, lastError, abandonedAt, abandonedBy, abandonedReason } = row;
    const kind = row.time ?? kindOfTopic(row.topic ?? '');
    const node = nodeId === null ? null : await this.nodeName(tenant, definition?.id, nodeId);
    const name = (kind === 'schedule' ? definition?.name : (row.name ?? node)) ?? '';
    return {
      id: row.id,
      kind,
      what: whatItIs(kind, name),
      name,
      key: row.key,
      node,
      instanceId: row.instanceId,
      obligation,
      definition,
      since: row.since,
      attempts: row.attempts,
      error: errorForPeople(lastError),
      cure: cureFor(kind, lastError, abandonedAt && { bySystem: abandonedBy === null }),
      nextTryAt: abandonedAt === null ? row.dueAt : null,
      abandoned: abandonedAt && { at: abandonedAt, by: abandonedBy, reason: abandonedReason ?? '' },
      revision: row.revision,
    };
  }

  /** A flow that cannot be read may be why its time fails: the list must show it all the same. */
  private async nodeName(tenant: string, versionId: string | undefined, nodeId: string): Promise<string> {
    if (versionId === undefined) return nodeId;
    try {
      const { workflow } = await this.flows.flow(tenant, versionId);
      return workflow.compiled.nodes[nodeId]?.name || nodeId;
    } catch {
      return nodeId;
    }
  }
}
