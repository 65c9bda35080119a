import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, isRole, ROLES, type Actor, type AppAbility } from '@chengban/domain';
import { deputyshipsOf } from '../access/deputyships.js';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';

/** Somebody who may be named: the units tell apart two people of one name. */
export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  /** such as `市公安局 经办人` */
  readonly seats: readonly string[];
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly memberships: { unitId: string; unitName: string; role: string }[];
  readonly deputyFor: Actor['deputyFor'];
}

/** People with a role today, by a part of their name or unit; and as actors, to ask what they may do. */
@Injectable()
export class PersonSearchReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Those near come first: in the order of `near` (unit ids), then by account.
   * @param may leaves out whom it refuses; asked of at most {@link LOOKED_AT} people
   */
  async find(
    ability: AppAbility,
    tenant: string,
    { words, near, limit }: { words: string; near: readonly string[]; limit: number },
    may: (actor: Actor) => boolean,
  ): Promise<FoundPerson[]> {
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const where = [sqlFor(ability, 'choose', 'Person', { tenant: 'p.tenant' }, parameters)];
    const trimmed = words.trim();
    if (trimmed !== '') {
      const like = bind(`%${trimmed.replace(/[\\%_]/g, '\\$&')}%`);
      where.push(`(p.name ILIKE ${like} OR EXISTS (SELECT FROM jsonb_array_elements(held.memberships) AS seat
                    WHERE seat->>'unitName' ILIKE ${like}))`);
    }
    const nearest = `(SELECT min(array_position(${bind(near)}::text[], unit)) FROM unnest(held."unitIds") AS unit)`;
    const rows = await this.rows(tenant, parameters, where, `ORDER BY ${nearest}, p.account LIMIT ${LOOKED_AT}`);
    const fitting = rows.filter((row) => may(actorOf(tenant, row)));
    return fitting.slice(0, limit).map(({ id, name, memberships }) => ({ id, name, seats: seatsOf(memberships) }));
  }

  /** The people of these ids who hold a role today, as actors. */
  async actors(tenant: string, ids: readonly string[]): Promise<Actor[]> {
    if (ids.length === 0) return [];
    const parameters = new SqlParameters();
    const rows = await this.rows(tenant, parameters, [`p.id = ANY(${parameters.bind(ids)}::uuid[])`], '');
    return rows.map((row) => actorOf(tenant, row));
  }

  private rows(tenant: string, { bind, values }: SqlParameters, where: readonly string[], end: string): Promise<Row[]> {
    const [inTenant, today] = [bind(tenant), bind(civilDateInShanghai(this.clock.now()))];
    return this.transactions.current().query(
      `SELECT p.id, p.name, held.memberships,
              ${deputyshipsOf({ tenant: 'p.tenant', personId: 'p.id', day: today })} AS "deputyFor"
         FROM person p CROSS JOIN LATERAL (
           SELECT array_agg(m.unit_id) AS "unitIds",
                  jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'unitName', u.name, 'role', m.role)
                    ORDER BY m.unit_id, m.role) AS memberships
             FROM membership m JOIN unit u ON u.tenant = m.tenant AND u.id = m.unit_id
            WHERE m.tenant = p.tenant AND m.person_id = p.id
              AND m.valid_from <= ${today} AND (m.valid_to IS NULL OR m.valid_to >= ${today})) held
        WHERE p.tenant = ${inTenant} AND held.memberships IS NOT NULL AND ${where.join(' AND ')} ${end}`,
      values,
    );
  }
}

/** More than a unit has people, fewer than a city: a search that finds more is too short to be of use. */
const LOOKED_AT = 400;

function actorOf(tenant: string, { id, name, memberships, deputyFor }: Row): Actor {
  const held = memberships.flatMap(({ unitId, role }) => (isRole(role) ? [{ unitId, role }] : []));
  return { tenant, personId: id, name, memberships: held, deputyFor };
}

const seatsOf = (memberships: Row['memberships']): string[] =>
  memberships.flatMap(({ unitName, role }) => (isRole(role) ? [`${unitName} ${ROLES[role]}`] : []));
