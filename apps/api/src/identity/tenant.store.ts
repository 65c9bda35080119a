import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.js';
import { Tenant } from './tenant.entity.js';

/** The cities of this installation. */
@Injectable()
export class TenantStore {
  /** A city is never removed while the program runs, so a name once seen needs no second look. */
  private readonly seen = new Set<string>();

  constructor(private readonly transactions: Transactions) {}

  async exists(tenant: string): Promise<boolean> {
    if (this.seen.has(tenant)) return true;
    if (!/^[a-z][a-z0-9-]{1,31}$/.test(tenant)) return false;
    const found = await this.transactions.current().existsBy(Tenant, { tenant });
    if (found) this.seen.add(tenant);
    return found;
  }

  list(): Promise<Tenant[]> {
    return this.transactions.current().find(Tenant, { order: { tenant: 'ASC' } });
  }

  async nameOf(tenant: string): Promise<string> {
    const row = await this.transactions.current().findOneByOrFail(Tenant, { tenant });
    return row.name;
  }

  /** @returns false when the city is there already; waits for a transaction that is just adding it */
  async add(manager: EntityManager, tenant: string, name: string, createdAt: Date): Promise<boolean> {
    const added = await manager.query<unknown[]>(
      'INSERT INTO tenant (tenant, name, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
      [tenant, name, createdAt],
    );
    return added.length > 0;
  }
}
