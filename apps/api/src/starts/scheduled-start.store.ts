import { Injectable } from '@nestjs/common';
import type { ScheduledStart } from '@chengban/domain';
import { backOff } from '../database/back-off.js';
import { Transactions } from '../database/transactions.js';

/** A start whose time has come, while its lock is held. */
export interface DueStart extends ScheduledStart {
  readonly tenant: string;
  readonly id: string;
  readonly definitionKey: string;
  readonly definitionVersionId: string;
}

@Injectable()
export class ScheduledStartStore {
  constructor(private readonly transactions: Transactions) {}

  /** The one that was due first, for as long as the transaction lasts; what another process has taken is passed over. */
  async lockDue(now: Date): Promise<DueStart | undefined> {
    const [row]: DueStart[] = await this.transactions.current().query(
      `SELECT tenant, id, definition_key AS "definitionKey", definition_version_id AS "definitionVersionId",
              node_id AS "nodeId", trigger, due
         FROM scheduled_start WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    return row;
  }

  async moveOn({ tenant, id }: DueStart, { due }: ScheduledStart): Promise<void> {
    await this.transactions
      .current()
      .query(
        `UPDATE scheduled_start SET due = $3, due_at = $4, attempts = 0, last_error = NULL WHERE tenant = $1 AND id = $2`,
        [tenant, id, JSON.stringify(due), new Date(due.dueAt)],
      );
  }

  /** It was the last time. */
  async remove({ tenant, id }: DueStart): Promise<void> {
    await this.transactions.current().query('DELETE FROM scheduled_start WHERE tenant = $1 AND id = $2', [tenant, id]);
  }

  /** A start that failed is tried again later, and no longer stands before the others. Its cycle counts from when it was due. */
  async postpone({ tenant, id }: DueStart, error: string, now: Date): Promise<void> {
    await this.transactions.current().query(
      `UPDATE scheduled_start SET attempts = attempts + 1, last_error = $3,
              due_at = ${backOff('$4::timestamptz')}
        WHERE tenant = $1 AND id = $2`,
      [tenant, id, error.slice(0, 500), now],
    );
  }
}
