import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Quiet, TimeOfDay } from '../when.js';
import { DEFAULT_DIGEST_AT, type Choices } from './choices.js';

export interface NotificationSetting {
  readonly personId: string;
  readonly email: string | null;
  readonly digestAt: TimeOfDay;
  readonly quiet: Quiet | null;
  readonly urgentInQuiet: boolean;
  readonly choices: Choices;
  /** 0: never saved */
  readonly revision: number;
}

interface Row extends Omit<NotificationSetting, 'quiet'> {
  readonly quietFrom: TimeOfDay | null;
  readonly quietTo: TimeOfDay | null;
}

@Injectable()
export class NotificationSettingStore {
  constructor(private readonly transactions: Transactions) {}

  /** Of everybody who is asked for and exists, with defaults where nothing was chosen. */
  async of(tenant: string, personIds: readonly string[]): Promise<NotificationSetting[]> {
    const rows: Row[] = await this.transactions.current().query(
      `SELECT p.id AS "personId", p.email, coalesce(s.digest_at, $3) AS "digestAt", s.quiet_from AS "quietFrom", s.quiet_to AS "quietTo",
              coalesce(s.urgent_in_quiet, true) AS "urgentInQuiet", coalesce(s.choices, '{}') AS choices, coalesce(s.revision, 0) AS revision
         FROM person p LEFT JOIN notification_setting s ON s.tenant = p.tenant AND s.person_id = p.id
        WHERE p.tenant = $1 AND p.id = ANY($2::uuid[])`,
      [tenant, personIds, DEFAULT_DIGEST_AT],
    );
    return rows.map(({ quietFrom, quietTo, ...row }) => ({
      ...row,
      quiet: quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null,
    }));
  }

  /** Of two who save at once the second waits and then sees the first one's revision. */
  async lock(tenant: string, personId: string): Promise<void> {
    await this.transactions
      .current()
      .query('SELECT 1 FROM person WHERE tenant = $1 AND id = $2 FOR NO KEY UPDATE', [tenant, personId]);
  }

  async save(tenant: string, setting: NotificationSetting): Promise<void> {
    const { personId, email, digestAt, quiet, urgentInQuiet, choices, revision } = setting;
    await this.transactions
      .current()
      .query('UPDATE person SET email = $3 WHERE tenant = $1 AND id = $2', [tenant, personId, email]);
    await this.transactions.current().query(
      `INSERT INTO notification_setting (tenant, person_id, digest_at, quiet_from, quiet_to, urgent_in_quiet, choices, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (tenant, person_id) DO UPDATE SET digest_at = excluded.digest_at, quiet_from = excluded.quiet_from,
         quiet_to = excluded.quiet_to, urgent_in_quiet = excluded.urgent_in_quiet, choices = excluded.choices, revision = excluded.revision`,
      [tenant, personId, digestAt, quiet?.from ?? null, quiet?.to ?? null, urgentInQuiet, choices, revision],
    );
  }
}
