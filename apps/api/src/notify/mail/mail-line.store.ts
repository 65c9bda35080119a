import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { MailLineEntity } from './mail-line.entity.js';

export type NewMailLine = Omit<MailLineEntity, 'tenant'>;

/** One mail to be: whose, and which of the two kinds. */
export interface DueMail {
  readonly tenant: string;
  readonly personId: string;
  readonly pace: 'soon' | 'digest';
}

@Injectable()
export class MailLineStore {
  constructor(private readonly transactions: Transactions) {}

  async add(tenant: string, lines: readonly NewMailLine[]): Promise<void> {
    if (lines.length === 0) return;
    await this.transactions.current().query(
      `INSERT INTO mail_line (tenant, id, person_id, pace, line, due_at)
       SELECT $1, l.id, l."personId", l.pace, l.line, l."dueAt"
         FROM jsonb_to_recordset($2::jsonb) AS l(id uuid, "personId" uuid, pace text, line jsonb, "dueAt" timestamptz)
       ON CONFLICT DO NOTHING`,
      [tenant, JSON.stringify(lines)],
    );
  }

  async nextDue(now: Date): Promise<DueMail | null> {
    const rows: DueMail[] = await this.transactions
      .current()
      .query(`SELECT tenant, person_id AS "personId", pace FROM mail_line WHERE due_at <= $1 ORDER BY due_at LIMIT 1`, [
        now,
      ]);
    return rows[0] ?? null;
  }

  /** Takes all that waits with what is due: the last of a flood need not wait as long as the first. */
  async takeAll({ tenant, personId, pace }: DueMail, now: Date): Promise<Pick<MailLineEntity, 'id' | 'line'>[]> {
    return this.transactions.current().query(
      `WITH taken AS (
         DELETE FROM mail_line WHERE tenant = $1 AND person_id = $2 AND pace = $3
            AND EXISTS (SELECT FROM mail_line WHERE tenant = $1 AND person_id = $2 AND pace = $3 AND due_at <= $4)
         RETURNING id, line, due_at)
       SELECT id, line FROM taken ORDER BY due_at, id`,
      [tenant, personId, pace, now],
    );
  }
}
