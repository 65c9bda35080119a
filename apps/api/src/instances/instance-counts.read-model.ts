import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** How many instances still run on a version: all that the list of flows needs to know of instances. */
@Injectable()
export class InstanceCountsReadModel {
  constructor(private readonly transactions: Transactions) {}

  async running(tenant: string, versionIds: readonly string[]): Promise<Map<string, number>> {
    if (versionIds.length === 0) return new Map();
    const rows: { id: string; count: number }[] = await this.transactions.current().query(
      `SELECT definition_version_id AS id, count(*)::int AS count FROM instance
        WHERE tenant = $1 AND definition_version_id = ANY($2::uuid[]) AND status <> 'completed' GROUP BY 1`,
      [tenant, versionIds],
    );
    return new Map(rows.map((row) => [row.id, row.count]));
  }
}
