import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, ROLES, type AppAbility, type Role } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import type { PersonItem } from './people.dto.js';

interface Row {
  id: string;
  name: string;
  account: string;
  memberships: { unitId: string; unitName: string; role: Role }[];
}

/** People with the roles that they hold today, where handlers are chosen. */
@Injectable()
export class PersonListReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param unitId only people with a role in that unit */
  async list(tenant: string, ability: AppAbility, unitId?: string): Promise<PersonItem[]> {
    const parameters = new SqlParameters();
    const [inTenant, today] = [parameters.bind(tenant), parameters.bind(civilDateInShanghai(this.clock.now()))];
    const readable = sqlFor(ability, 'read', 'Person', { tenant: 'p.tenant' }, parameters);
    const ofUnit = unitId === undefined ? 'TRUE' : `held."unitIds" @> ARRAY[${parameters.bind(unitId)}::text]`;
    const rows = await this.transactions.current().query<Row[]>(
      `SELECT p.id, p.name, p.account, held.memberships
       FROM person p CROSS JOIN LATERAL (
         SELECT COALESCE(array_agg(m.unit_id), '{}') AS "unitIds",
           COALESCE(json_agg(json_build_object('unitId', m.unit_id, 'unitName', u.name, 'role', m.role)
             ORDER BY m.unit_id, m.role), '[]') AS memberships
         FROM membership m JOIN unit u ON u.tenant = m.tenant AND u.id = m.unit_id
         WHERE m.tenant = p.tenant AND m.person_id = p.id
           AND m.valid_from <= ${today} AND (m.valid_to IS NULL OR m.valid_to >= ${today})) held
       WHERE p.tenant = ${inTenant} AND ${readable} AND ${ofUnit}
       ORDER BY p.account`,
      parameters.values,
    );
    return rows.map((row) => ({
      ...row,
      memberships: row.memberships.map((held) => ({ ...held, roleName: ROLES[held.role] })),
    }));
  }
}
