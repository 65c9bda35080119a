import { Injectable } from '@nestjs/common';
import type { AppAbility, Role } from '@chengban/domain';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Transactions } from '../database/transactions.js';
import type { CopyKind } from './copy.entity.js';
import { WAITING } from './waiting-sql.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A copy as the one who got it sees it. */
export interface ReceivedCopy {
  readonly id: string;
  readonly kind: CopyKind;
  readonly instanceId: string;
  readonly obligationId: string;
  readonly number: string;
  readonly measureNo: number;
  readonly measureText: string;
  readonly requirement: string;
  readonly unit: Named;
  /** null: the flow */
  readonly by: Named | null;
  readonly note: string;
  readonly madeAt: Date;
  readonly readAt: Date | null;
  readonly remark: string | null;
  readonly remarkedAt: Date | null;
  /** still to be read, or answered */
  readonly waiting: boolean;
}

/** A copy as those on the matter see it. */
export interface SentCopy {
  readonly id: string;
  readonly kind: CopyKind;
  readonly person: Named;
  /** where the person works, or through which role they were meant */
  readonly unitName: string | null;
  readonly role: Role | null;
  readonly by: Named | null;
  readonly nodeId: string | null;
  readonly note: string;
  readonly madeAt: Date;
  readonly readAt: Date | null;
  readonly remark: string | null;
  readonly remarkedAt: Date | null;
  readonly waiting: boolean;
  readonly remindedOn: string | null;
  readonly reminders: number;
}

type Flat<Item> = Omit<Item, 'by'> & { readonly byId: string | null; readonly byName: string | null };
type ReceivedRow = Omit<Flat<ReceivedCopy>, 'unit'> & {
  readonly unitId: string;
  readonly unitName: string;
};
type SentRow = Omit<Flat<SentCopy>, 'person'> & { readonly personId: string; readonly personName: string };

export interface ReceivedFilter {
  readonly personId: string;
  /** only of this matter */
  readonly instanceId?: string;
  readonly after?: { readonly waiting: boolean; readonly madeAt: string; readonly id: string } | null;
  readonly limit?: number;
}

const COLUMNS = { tenant: 'c.tenant', personId: 'c.person_id' };

const MADE = `c.id, c.kind, c.note, c.made_at AS "madeAt", c.read_at AS "readAt", c.remark, c.remarked_at AS "remarkedAt",
              ${WAITING} AS waiting, c.made_by AS "byId", b.name AS "byName"`;

/** Copies, for those who got them and for those on the matter. */
@Injectable()
export class CopiesReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** What is still to be read or answered first, then the newest first. */
  async received(ability: AppAbility, tenant: string, filter: ReceivedFilter): Promise<ReceivedCopy[]> {
    return (await this.receivedRows(ability, tenant, filter)).map(({ item }) => item);
  }

  async receivedRows(
    ability: AppAbility,
    tenant: string,
    { personId, instanceId, after, limit = 100 }: ReceivedFilter,
  ): Promise<{ item: ReceivedCopy; cursor: readonly [number, string, string] }[]> {
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const where = [`c.tenant = ${bind(tenant)}`, `c.person_id = ${bind(personId)}`];
    where.push(sqlFor(ability, 'read', 'Copy', COLUMNS, parameters));
    if (instanceId !== undefined) where.push(`c.instance_id = ${bind(instanceId)}`);
    if (after)
      where.push(`(${WAITING}::int, c.made_at, c.id)
                    < (${bind(after.waiting ? 1 : 0)}::int, ${bind(after.madeAt)}::timestamptz, ${bind(after.id)}::uuid)`);
    const rows: ReceivedRow[] = await this.transactions.current().query(
      `SELECT ${MADE}, c.instance_id AS "instanceId", i.obligation_id AS "obligationId", o.number, o.measure_no AS "measureNo",
              m.text AS "measureText", o.requirement, u.id AS "unitId", u.name AS "unitName"
         FROM copy c
         JOIN instance i ON i.tenant = c.tenant AND i.id = c.instance_id
         JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id
         JOIN measure m ON m.tenant = o.tenant AND m.plan_id = o.plan_id AND m.no = o.measure_no
         JOIN unit u ON u.tenant = i.tenant AND u.id = i.unit_id
         LEFT JOIN person b ON b.tenant = c.tenant AND b.id = c.made_by
        WHERE ${where.join(' AND ')} ORDER BY ${WAITING} DESC, c.made_at DESC, c.id DESC LIMIT ${limit}`,
      parameters.values,
    );
    return rows.map(({ unitId, unitName, ...row }) => ({
      item: { ...withSender(row), unit: { id: unitId, name: unitName } },
      cursor: [row.waiting ? 1 : 0, row.madeAt.toISOString(), row.id] as const,
    }));
  }

  /** How many are still to be read or answered by this person. */
  async waiting(ability: AppAbility, tenant: string, personId: string): Promise<number> {
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const where = [`c.tenant = ${bind(tenant)}`, `c.person_id = ${bind(personId)}`, WAITING];
    where.push(sqlFor(ability, 'read', 'Copy', COLUMNS, parameters));
    const rows: { n: number }[] = await this.transactions
      .current()
      .query(`SELECT count(*)::int AS n FROM copy c WHERE ${where.join(' AND ')}`, parameters.values);
    return rows[0]?.n ?? 0;
  }

  /** Everything that was sent of a matter, in that order. Whoever asks has checked that the matter may be seen. */
  async sent(tenant: string, instanceId: string): Promise<SentCopy[]> {
    const rows: SentRow[] = await this.transactions.current().query(
      `SELECT ${MADE}, c.person_id AS "personId", p.name AS "personName", c.role, c.node_id AS "nodeId",
              c.reminded_on AS "remindedOn", c.reminders,
              coalesce(u.name, (SELECT w.name FROM membership h JOIN unit w ON w.tenant = h.tenant AND w.id = h.unit_id
                                 WHERE h.tenant = c.tenant AND h.person_id = c.person_id ORDER BY h.unit_id LIMIT 1)) AS "unitName"
         FROM copy c JOIN person p ON p.tenant = c.tenant AND p.id = c.person_id
         LEFT JOIN unit u ON u.tenant = c.tenant AND u.id = c.unit_id
         LEFT JOIN person b ON b.tenant = c.tenant AND b.id = c.made_by
        WHERE c.tenant = $1 AND c.instance_id = $2 ORDER BY c.made_at, p.account, c.id`,
      [tenant, instanceId],
    );
    return rows.map(({ personId, personName, ...row }) => ({
      ...withSender(row),
      person: { id: personId, name: personName },
    }));
  }
}

function withSender<Row extends { readonly byId: string | null; readonly byName: string | null }>({
  byId,
  byName,
  ...row
}: Row): Omit<Row, 'byId' | 'byName'> & { readonly by: Named | null } {
  return { ...row, by: byId === null ? null : { id: byId, name: byName ?? '' } };
}
