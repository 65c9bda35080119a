import { Injectable } from '@nestjs/common';
import type { DirectoryEntry } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';

/** An open task whose time has come, and who has it. */
export interface OverdueTask {
  readonly tenant: string;
  readonly id: string;
  readonly instanceId: string;
  readonly obligationId: string;
  readonly name: string;
  readonly dueAt: Date | null;
  readonly number: string;
  readonly requirement: string;
  readonly unitName: string;
  /** its holder, else everybody who may take it */
  readonly personIds: readonly string[];
}

type Kind = 'remind' | 'escalate';

@Injectable()
export class OverdueStore {
  constructor(private readonly transactions: Transactions) {}

  /** Takes tasks whose moment has come, and notes that it was used; what another process has taken is passed over. */
  async take(kind: Kind, now: Date, limit: number): Promise<OverdueTask[]> {
    const done = kind === 'remind' ? 'reminded_at' : 'escalated_at';
    // rows of an UPDATE come back as [rows, count] from this driver
    const [rows]: [OverdueTask[], number] = await this.transactions.current().query(
      `WITH due AS (
         SELECT tenant, id FROM task WHERE status = 'open' AND ${kind}_at <= $1
          ORDER BY ${kind}_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
       UPDATE task t SET ${kind}_at = NULL, ${done} = $1
         FROM due, obligation o, unit u
        WHERE t.tenant = due.tenant AND t.id = due.id
          AND o.tenant = t.tenant AND o.id = t.obligation_id AND u.tenant = t.tenant AND u.id = t.unit_id
       RETURNING t.tenant, t.id, t.instance_id AS "instanceId", t.obligation_id AS "obligationId", t.name, t.due_at AS "dueAt",
         o.number, o.requirement, u.name AS "unitName",
         CASE WHEN t.holder_id IS NULL THEN t.candidate_ids ELSE ARRAY[t.holder_id] END AS "personIds"`,
      [now, limit],
    );
    return rows;
  }

  /** Today's roles of some people, and everybody's in the units where they hold them. */
  async rolesAround(tenant: string, personIds: readonly string[], today: string): Promise<DirectoryEntry[]> {
    return this.transactions.current().query(
      `SELECT m.person_id AS "personId", m.unit_id AS "unitId", m.role FROM membership m
        WHERE m.tenant = $1 AND m.valid_from <= $3 AND (m.valid_to IS NULL OR m.valid_to >= $3)
          AND m.unit_id IN (SELECT unit_id FROM membership WHERE tenant = $1 AND person_id = ANY($2::uuid[]))
        ORDER BY m.unit_id, m.role, m.person_id`,
      [tenant, personIds, today],
    );
  }
}
