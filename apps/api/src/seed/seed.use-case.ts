import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { SeedDefinitionsUseCase } from '../definitions/seed-definitions.use-case.js';
import { CredentialStore } from '../identity/credential.store.js';
import { Passwords } from '../identity/passwords.js';
import { TenantStore } from '../identity/tenant.store.js';
import { PeopleStore } from '../people/people.store.js';
import { MakePlanLiveUseCase } from '../plans/make-plan-live.use-case.js';
import { PlanDraftStore } from '../plans/plan-draft.store.js';
import { demoPassword } from './demo-password.js';
import type { DemoAccount } from './demo-accounts.js';
import { readSeedFiles, type SeedFiles, type SeedPerson } from './seed-files.js';

interface NewPerson {
  readonly id: string;
  readonly person: SeedPerson;
  readonly password: string;
  readonly hash: string;
}

export interface SeedOptions {
  /** random unless given */
  passwordFor?(account: string): string;
  /** called with the accounts before anything is committed: what it throws leaves the database empty */
  keep?(accounts: readonly DemoAccount[]): void;
}

/** Fills a new installation: city, units, people, flows, and the plan with its obligations. All of it or nothing. */
@Injectable()
export class SeedUseCase {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly tenants: TenantStore,
    private readonly passwords: Passwords,
    private readonly credentials: CredentialStore,
    private readonly people: PeopleStore,
    private readonly definitions: SeedDefinitionsUseCase,
    private readonly drafts: PlanDraftStore,
    private readonly makeLive: MakePlanLiveUseCase,
  ) {}

  /** @returns the demo accounts with their passwords, which are nowhere else; null when the city is already there */
  async run(options: SeedOptions = {}): Promise<DemoAccount[] | null> {
    const tenant = this.settings.DEFAULT_TENANT;
    if (await this.tenants.exists(tenant)) {
      // a newer version ships flows that the city does not have yet
      await this.definitions.execute(tenant);
      return null;
    }
    const files = await readSeedFiles(this.settings.HOME_DIR, tenant);
    const newcomers = await Promise.all(
      files.people.map((person) => this.newPerson(person, options.passwordFor?.(person.account) ?? demoPassword())),
    );
    const unitNames = new Map(files.units.map((unit) => [unit.id, unit.name]));
    const accounts = newcomers.map(({ person, password }) => ({
      person,
      password,
      unitNames: [...new Set(person.memberships.map((held) => unitNames.get(held.unitId) ?? held.unitId))],
    }));
    return this.transactions.inTransaction(async (manager) => {
      // of several processes that start together one inserts the city; the others wait here and find it done
      if (!(await this.tenants.add(manager, tenant, files.tenantName, this.clock.date()))) return null;
      await this.addPeople(manager, tenant, files, newcomers);
      await this.definitions.execute(tenant);
      await this.addPlan(manager, tenant, files);
      options.keep?.(accounts);
      return accounts;
    });
  }

  private async newPerson(person: SeedPerson, password: string): Promise<NewPerson> {
    return { id: uuid(), person, password, hash: await this.passwords.hash(password) };
  }

  private async addPeople(
    manager: EntityManager,
    tenant: string,
    { units, groups }: SeedFiles,
    newcomers: readonly NewPerson[],
  ): Promise<void> {
    const createdAt = this.clock.date();
    await this.people.addUnits(manager, tenant, units);
    await this.people.addGroups(manager, tenant, groups);
    await this.people.addPeople(
      manager,
      newcomers.map(({ id, person: { account, name } }) => ({ tenant, id, account, name, createdAt })),
    );
    await this.people.addMemberships(
      manager,
      newcomers.flatMap(({ id: personId, person }) =>
        person.memberships.map((held) => ({ validTo: null, ...held, tenant, id: uuid(), personId })),
      ),
    );
    await this.credentials.add(
      manager,
      newcomers.map(({ id: personId, hash }) => ({ tenant, personId, hash, changedAt: createdAt })),
    );
  }

  private async addPlan(manager: EntityManager, tenant: string, files: SeedFiles): Promise<void> {
    const { title, code, period, supervisorUnitId } = files.plan;
    const head = { tenant, title, code, periodFrom: period.from, periodTo: period.to, supervisorUnitId };
    const live = await this.makeLive.run(manager, head, files.reading);
    if (!live.ok)
      throw new Error(`seeds/${tenant} 不能生成方案：${live.error.message} ${JSON.stringify(live.error.findings)}`);
    const at = this.clock.date();
    await this.drafts.add(manager, {
      tenant,
      id: uuid(),
      fileName: files.document.fileName,
      fileSha256: createHash('sha256').update(files.document.bytes).digest('hex'),
      fileBytes: files.document.bytes,
      reading: files.reading,
      status: 'confirmed',
      revision: 1,
      planId: live.value.planId,
      createdBy: null,
      createdAt: at,
      confirmedBy: null,
      confirmedAt: at,
    });
  }
}
