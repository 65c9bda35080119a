import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Flows by name, for features that only mention them. Needs nothing of the other features. */
@Injectable()
export class DefinitionNamesReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** A key that is unknown is simply not in the map. */
  async byKey(tenant: string, keys: readonly string[]): Promise<Map<string, string>> {
    if (keys.length === 0) return new Map();
    const rows: { key: string; name: string }[] = await this.transactions
      .current()
      .query('SELECT key, name FROM definition WHERE tenant = $1 AND key = ANY($2)', [tenant, keys]);
    return new Map(rows.map((row) => [row.key, row.name]));
  }
}
