import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, type Role } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';

/** Somebody meant by a copy: by name, or through a role that they hold today in a unit. */
export interface Recipient {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly role: Role | null;
}

export interface UnitRole {
  readonly unitId: string;
  readonly role: Role;
}

/** Whom a copy reaches. */
@Injectable()
export class RecipientsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Each person once, by name before by role; those who hold no role today are left out. */
  async resolve(tenant: string, personIds: readonly string[], roles: readonly UnitRole[]): Promise<Recipient[]> {
    return this.transactions.current().query(
      `SELECT DISTINCT ON (p.account, p.id) p.id AS "personId", p.name, r."unitId", r.role
         FROM (
           SELECT named.id AS person_id, NULL AS "unitId", NULL AS role FROM unnest($2::uuid[]) AS named (id)
            WHERE EXISTS (SELECT FROM membership m WHERE m.tenant = $1 AND m.person_id = named.id
                             AND m.valid_from <= $5 AND (m.valid_to IS NULL OR m.valid_to >= $5))
           UNION ALL
           SELECT m.person_id, m.unit_id, m.role FROM unnest($3::text[], $4::text[]) AS wanted (unit_id, role)
             JOIN membership m ON m.tenant = $1 AND m.unit_id = wanted.unit_id AND m.role = wanted.role
              AND m.valid_from <= $5 AND (m.valid_to IS NULL OR m.valid_to >= $5)
         ) r JOIN person p ON p.tenant = $1 AND p.id = r.person_id
        ORDER BY p.account, p.id, r."unitId" NULLS FIRST`,
      [
        tenant,
        personIds,
        roles.map(({ unitId }) => unitId),
        roles.map(({ role }) => role),
        civilDateInShanghai(this.clock.now()),
      ],
    );
  }

  /** Those of these persons who exist, whether they hold a role or not. */
  async known(tenant: string, personIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.transactions
      .current()
      .query('SELECT id FROM person WHERE tenant = $1 AND id = ANY($2::uuid[]) ORDER BY account', [tenant, personIds]);
    return rows.map(({ id }) => id);
  }
}
