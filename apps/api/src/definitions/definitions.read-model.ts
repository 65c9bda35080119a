import { Injectable } from '@nestjs/common';
import type { FormDefinition } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { InstanceCountsReadModel } from '../instances/instance-counts.read-model.js';
import { PeopleReadModel, type PersonName } from '../people/people.read-model.js';
import { DefinitionDraftEntity } from './definition-draft.entity.js';
import { DefinitionVersionEntity } from './definition-version.entity.js';
import { DefinitionEntity } from './definition.entity.js';

export interface DefinitionItem {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** null before the first publication */
  readonly latestVersion: number | null;
  readonly publishedVersion: number | null;
  readonly runningInstances: number;
  readonly hasDraft: boolean;
  readonly updatedAt: Date;
}

export interface VersionItem {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly status: 'published';
  readonly publishedAt: Date;
  readonly publishedBy: PersonName | null;
  readonly note: string;
  readonly hash: string;
  readonly runningInstances: number;
}

export interface DefinitionDraft {
  readonly key: string;
  readonly xml: string;
  readonly revision: number;
  readonly savedBy: string;
  readonly savedAt: Date;
}

/** Flows as administrators and the pages see them. */
@Injectable()
export class DefinitionsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleReadModel,
    private readonly counts: InstanceCountsReadModel,
  ) {}

  /** By key. @param after the key where the page before ended */
  list(tenant: string, after: string | null, limit: number): Promise<DefinitionItem[]> {
    return this.select(tenant, '($2::text IS NULL OR d.key > $2)', after, limit);
  }

  private async select(tenant: string, where: string, key: string | null, limit: number): Promise<DefinitionItem[]> {
    const rows: (Omit<DefinitionItem, 'runningInstances'> & { versionIds: string[] })[] = await this.db().query(
      `SELECT d.id, d.key, d.name, d.updated_at AS "updatedAt",
              (SELECT max(v.version) FROM definition_version v WHERE v.tenant = d.tenant AND v.key = d.key) AS "latestVersion",
              EXISTS (SELECT FROM definition_draft f WHERE f.tenant = d.tenant AND f.key = d.key) AS "hasDraft",
              ARRAY(SELECT v.id FROM definition_version v WHERE v.tenant = d.tenant AND v.key = d.key) AS "versionIds"
         FROM definition d WHERE d.tenant = $1 AND ${where} ORDER BY d.key LIMIT $3`,
      [tenant, key, limit],
    );
    const running = await this.counts.running(
      tenant,
      rows.flatMap((row) => row.versionIds),
    );
    return rows.map(({ versionIds, ...row }) => ({
      ...row,
      publishedVersion: row.latestVersion,
      runningInstances: versionIds.reduce((sum, id) => sum + (running.get(id) ?? 0), 0),
    }));
  }

  /** @throws when there is none */
  async get(tenant: string, key: string): Promise<DefinitionItem> {
    const [item] = await this.select(tenant, 'd.key = $2', key, 1);
    if (!item) throw new Error(`definition ${key} vanished`);
    return item;
  }

  async exists(tenant: string, key: string): Promise<boolean> {
    return this.db().getRepository(DefinitionEntity).existsBy({ tenant, key });
  }

  /** Newest first. */
  async versions(tenant: string, key: string, before: number | null, limit: number): Promise<VersionItem[]> {
    const query = this.db()
      .getRepository(DefinitionVersionEntity)
      .createQueryBuilder('v')
      .where('v.tenant = :tenant AND v.key = :key', { tenant, key })
      .orderBy('v.version', 'DESC')
      .limit(limit);
    if (before !== null) query.andWhere('v.version < :before', { before });
    const rows = await query.getMany();
    const running = await this.counts.running(
      tenant,
      rows.map((row) => row.id),
    );
    const names = await this.people.namesOf(
      tenant,
      rows.flatMap((row) => row.publishedBy ?? []),
    );
    return rows.map((row) => ({
      id: row.id,
      key: row.key,
      name: row.name,
      version: row.version,
      status: 'published',
      publishedAt: row.publishedAt,
      publishedBy: row.publishedBy === null ? null : { id: row.publishedBy, name: names.get(row.publishedBy) ?? '' },
      note: row.note,
      hash: row.hash,
      runningInstances: running.get(row.id) ?? 0,
    }));
  }

  /** @throws when there is none */
  async version(tenant: string, key: string, version: number): Promise<VersionItem> {
    const [item] = await this.versions(tenant, key, version + 1, 1);
    if (item?.version !== version) throw new Error(`version ${version} of ${key} vanished`);
    return item;
  }

  async xml(tenant: string, key: string, version: number): Promise<string | null> {
    const rows: { xml: string }[] = await this.db().query(
      'SELECT xml FROM definition_version WHERE tenant = $1 AND key = $2 AND version = $3',
      [tenant, key, version],
    );
    return rows[0]?.xml ?? null;
  }

  /** The form of the newest version: what conditions may read. Null before the first publication. */
  async form(tenant: string, key: string): Promise<FormDefinition | null> {
    const rows: { form: FormDefinition }[] = await this.db().query(
      'SELECT form FROM definition_version WHERE tenant = $1 AND key = $2 ORDER BY version DESC LIMIT 1',
      [tenant, key],
    );
    return rows[0]?.form ?? null;
  }

  draft(tenant: string, key: string): Promise<DefinitionDraft | null> {
    return this.db().getRepository(DefinitionDraftEntity).findOneBy({ tenant, key });
  }

  private db() {
    return this.transactions.current();
  }
}
