import { Injectable } from '@nestjs/common';
import { abilityFor, civilDateInShanghai, ROLES, type Actor } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import type { SessionAnswer } from './session.dto.js';
import { TenantStore } from './tenant.store.js';
import { csrfToken } from './tokens.js';

/** What a page needs to know about the person who is signed in. */
@Injectable()
export class SessionReadModel {
  constructor(
    private readonly people: PeopleReadModel,
    private readonly tenants: TenantStore,
    private readonly clock: Clock,
  ) {}

  async answer(actor: Actor, token: string): Promise<SessionAnswer> {
    const { tenant, personId, name } = actor;
    const held = await this.people.membershipsOf(tenant, personId, civilDateInShanghai(this.clock.now()));
    return {
      person: { id: personId, name, account: await this.people.accountOf(tenant, personId) },
      tenant: { id: tenant, name: await this.tenants.nameOf(tenant) },
      memberships: held.map((row) => ({ ...row, roleName: ROLES[row.role] })),
      rules: abilityFor(actor).rules,
      csrfToken: csrfToken(token),
    };
  }
}
