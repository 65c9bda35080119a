import { Injectable } from '@nestjs/common';
import type { Role } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import type { Matter } from '../matters/matter.read-model.js';
import type { CopyKind } from './copy.entity.js';
import { WAITING } from './waiting-sql.js';

export interface NewCopy {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string | null;
  readonly role: Role | null;
}

export interface Making {
  readonly kind: CopyKind;
  /** null: the flow */
  readonly madeBy: string | null;
  readonly nodeId: string | null;
  readonly note: string;
  readonly at: Date;
}

/** A copy while its lock is held. */
export interface LockedCopy {
  readonly id: string;
  readonly instanceId: string;
  readonly kind: CopyKind;
  readonly personId: string;
  readonly madeBy: string | null;
  readonly remarkedAt: Date | null;
}

@Injectable()
export class CopiesStore {
  constructor(private readonly transactions: Transactions) {}

  /** @returns to whom one was sent: not those who still have one waiting, or were sent this very one before */
  async add(matter: Matter, copies: readonly NewCopy[], { kind, madeBy, nodeId, note, at }: Making): Promise<string[]> {
    const rows: { personId: string }[] = await this.transactions.current().query(
      `INSERT INTO copy (tenant, id, instance_id, kind, person_id, unit_id, role, made_by, node_id, note, made_at)
       SELECT $1, r.id, $2, $3, r."personId", r."unitId", r.role, $4, $5, $6, $7
         FROM jsonb_to_recordset($8::jsonb) AS r(id uuid, "personId" uuid, "unitId" text, role text)
       ON CONFLICT DO NOTHING RETURNING person_id AS "personId"`,
      [matter.tenant, matter.id, kind, madeBy, nodeId, note, at, JSON.stringify(copies)],
    );
    return rows.map(({ personId }) => personId);
  }

  /** From now on these persons may read the matter: its instance (whose lock is held), obligation and submission. */
  async letRead({ tenant, id, obligationId, submissionId }: Matter, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    for (const [table, row] of [
      ['instance', id],
      ['obligation', obligationId],
      ['submission', submissionId],
    ])
      await this.transactions.current().query(
        `UPDATE ${table} SET reader_person_ids = ARRAY(SELECT DISTINCT unnest(reader_person_ids || $3::uuid[]))
          WHERE tenant = $1 AND id = $2`,
        [tenant, row, personIds],
      );
  }

  /** The receipt: what this person had not opened before is opened now. */
  async open(tenant: string, instanceId: string, personId: string, at: Date): Promise<void> {
    await this.transactions
      .current()
      .query(
        `UPDATE copy SET read_at = $4 WHERE tenant = $1 AND instance_id = $2 AND person_id = $3 AND read_at IS NULL`,
        [tenant, instanceId, personId, at],
      );
  }

  async lock(tenant: string, id: string): Promise<LockedCopy | null> {
    const rows: LockedCopy[] = await this.transactions.current().query(
      `SELECT id, instance_id AS "instanceId", kind, person_id AS "personId", made_by AS "madeBy", remarked_at AS "remarkedAt"
         FROM copy WHERE tenant = $1 AND id = $2 FOR UPDATE`,
      [tenant, id],
    );
    return rows[0] ?? null;
  }

  async remark(tenant: string, id: string, text: string, at: Date): Promise<void> {
    await this.transactions.current().query(
      `UPDATE copy SET remark = $3, remarked_at = $4, read_at = coalesce(read_at, $4::timestamptz)
        WHERE tenant = $1 AND id = $2`,
      [tenant, id, text, at],
    );
  }

  /**
   * Notes a reminder for everybody who keeps a matter waiting and was not reminded on this day.
   * @returns whom to remind, and how many are waited for at all
   */
  async remind(tenant: string, instanceId: string, today: string): Promise<{ personIds: string[]; waiting: number }> {
    const waiting: { id: string }[] = await this.transactions
      .current()
      .query(`SELECT c.id FROM copy c WHERE c.tenant = $1 AND c.instance_id = $2 AND ${WAITING} FOR UPDATE`, [
        tenant,
        instanceId,
      ]);
    const [rows]: [{ personId: string }[], number] = await this.transactions.current().query(
      `UPDATE copy SET reminded_on = $3, reminders = reminders + 1
        WHERE tenant = $1 AND id = ANY($2::uuid[]) AND (reminded_on IS NULL OR reminded_on < $3)
       RETURNING person_id AS "personId"`,
      [tenant, waiting.map(({ id }) => id), today],
    );
    return { personIds: [...new Set(rows.map(({ personId }) => personId))], waiting: waiting.length };
  }
}
