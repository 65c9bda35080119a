import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.js';
import { Credential } from './credential.entity.js';

export interface StoredCredential {
  readonly personId: string;
  readonly hash: string;
}

@Injectable()
export class CredentialStore {
  constructor(private readonly transactions: Transactions) {}

  async byAccount(tenant: string, account: string): Promise<StoredCredential | null> {
    const [row] = await this.transactions.current().query<StoredCredential[]>(
      `SELECT c.person_id AS "personId", c.hash FROM person p
       JOIN credential c ON c.tenant = p.tenant AND c.person_id = p.id
       WHERE p.tenant = $1 AND p.account = $2`,
      [tenant, account],
    );
    return row ?? null;
  }

  async add(
    manager: EntityManager,
    rows: readonly Pick<Credential, 'tenant' | 'personId' | 'hash' | 'changedAt'>[],
  ): Promise<void> {
    await manager.insert(Credential, [...rows]);
  }
}
