import { Injectable } from '@nestjs/common';
import type { CompiledFlow, FormDefinition } from '@chengban/domain';
import { v7 } from 'uuid';
import { Transactions } from '../database/transactions.js';
import { BindingEntity } from './binding.entity.js';
import { DefinitionDraftEntity } from './definition-draft.entity.js';
import { DefinitionVersionEntity } from './definition-version.entity.js';
import { DefinitionEntity } from './definition.entity.js';

export interface NewVersion {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly xml: string;
  readonly compiled: CompiledFlow;
  readonly hash: string;
  readonly messageStarts: readonly string[];
  readonly form: FormDefinition;
  readonly note: string;
  readonly publishedBy: string | null;
  readonly publishedAt: Date;
}

export interface LatestVersion {
  readonly version: number;
  readonly publishedBy: string | null;
  readonly publishedAt: Date;
  readonly form: FormDefinition;
}

/** Writes flows, versions, drafts and bindings. Everything runs in the transaction that is open, if one is. */
@Injectable()
export class DefinitionStore {
  constructor(private readonly transactions: Transactions) {}

  /** Two administrators who publish at once queue here; false when there is no such flow. */
  async lock(tenant: string, key: string): Promise<boolean> {
    const rows: unknown[] = await this.db().query(
      'SELECT 1 FROM definition WHERE tenant = $1 AND key = $2 FOR UPDATE',
      [tenant, key],
    );
    return rows.length > 0;
  }

  /** @returns false when the key is taken */
  async create(row: {
    tenant: string;
    key: string;
    name: string;
    createdBy: string | null;
    at: Date;
  }): Promise<boolean> {
    const made: unknown[] = await this.db().query(
      `INSERT INTO definition (tenant, id, key, name, created_by, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT (tenant, key) DO NOTHING RETURNING id`,
      [row.tenant, v7(), row.key, row.name, row.createdBy, row.at],
    );
    return made.length > 0;
  }

  async latest(tenant: string, key: string): Promise<LatestVersion | null> {
    return this.db()
      .getRepository(DefinitionVersionEntity)
      .createQueryBuilder('v')
      .addSelect('v.form')
      .where('v.tenant = :tenant AND v.key = :key', { tenant, key })
      .orderBy('v.version', 'DESC')
      .getOne();
  }

  /** The newest form that any flow of the city uses under this key: a new flow may name one in `chengban:form`. */
  async formByKey(tenant: string, formKey: string): Promise<FormDefinition | null> {
    const rows: { form: FormDefinition }[] = await this.db().query(
      `SELECT form FROM definition_version WHERE tenant = $1 AND form->>'key' = $2 ORDER BY published_at DESC LIMIT 1`,
      [tenant, formKey],
    );
    return rows[0]?.form ?? null;
  }

  async addVersion(tenant: string, version: NewVersion): Promise<string> {
    const id = v7();
    await this.db()
      .getRepository(DefinitionVersionEntity)
      .insert({ tenant, id, ...version } as never);
    await this.db()
      .getRepository(DefinitionEntity)
      .update({ tenant, key: version.key }, { name: version.name, updatedAt: version.publishedAt });
    return id;
  }

  draft(tenant: string, key: string): Promise<DefinitionDraftEntity | null> {
    return this.db().getRepository(DefinitionDraftEntity).findOneBy({ tenant, key });
  }

  async saveDraft(draft: DefinitionDraftEntity): Promise<void> {
    await this.db().getRepository(DefinitionDraftEntity).upsert(draft, ['tenant', 'key']);
    await this.db()
      .getRepository(DefinitionEntity)
      .update({ tenant: draft.tenant, key: draft.key }, { updatedAt: draft.savedAt });
  }

  async dropDraft(tenant: string, key: string): Promise<void> {
    await this.db().getRepository(DefinitionDraftEntity).delete({ tenant, key });
  }

  /** The flow for every obligation of a kind, unless something is bound already. */
  async bindKind(tenant: string, kind: string, definitionKey: string): Promise<void> {
    await this.db()
      .getRepository(BindingEntity)
      .createQueryBuilder()
      .insert()
      .values({ tenant, id: v7(), planId: null, measureNo: null, kind, unitId: null, definitionKey })
      .orIgnore()
      .execute();
  }

  private db() {
    return this.transactions.current();
  }
}
