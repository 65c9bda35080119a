import { Injectable } from '@nestjs/common';
import { chineseDate, type CivilDate } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';

export interface AgreedExtension {
  readonly tenant: string;
  readonly obligationId: string;
  /** the request that was agreed to */
  readonly instanceId: string;
  /** the day that was agreed to */
  readonly to: CivilDate;
  readonly at: Date;
}

/** What an agreed request comes to, not yet written. */
export interface JudgedExtension {
  readonly extended: boolean;
  /** for the record of the request */
  readonly text: string;
  /** null: nothing changes */
  readonly write: (() => Promise<void>) | null;
}

/** Moves deadlines. The original stays with the obligation, every move is a row of its own. */
@Injectable()
export class ExtensionStore {
  constructor(private readonly transactions: Transactions) {}

  /** Locks the obligation until the end of the transaction that is open. */
  async judge(agreed: AgreedExtension): Promise<JudgedExtension> {
    const { tenant, obligationId, instanceId, to } = agreed;
    const db = this.transactions.current();
    const [obligation]: { status: string; dueOn: CivilDate }[] = await db.query(
      'SELECT status, due_on AS "dueOn" FROM obligation WHERE tenant = $1 AND id = $2 FOR UPDATE',
      [tenant, obligationId],
    );
    if (!obligation) throw new Error(`obligation ${obligationId} vanished`);
    const [done]: { toOn: CivilDate }[] = await db.query(
      'SELECT to_on AS "toOn" FROM obligation_extension WHERE tenant = $1 AND instance_id = $2',
      [tenant, instanceId],
    );
    if (done) return unchanged(true, `这件申请已经把完成时限延到${chineseDate(done.toOn)}，不再重复调整`);
    if (obligation.status === 'closed') return unchanged(false, '承办事项此前已经办结，完成时限没有改变');
    const { dueOn } = obligation;
    if (to <= dueOn) return unchanged(false, `完成时限${chineseDate(dueOn)}不早于申请的${chineseDate(to)}，没有改变`);
    const text = `完成时限由${chineseDate(dueOn)}延到${chineseDate(to)}`;
    return { extended: true, text, write: () => this.write(agreed, dueOn) };
  }

  private async write({ tenant, obligationId, instanceId, to, at }: AgreedExtension, from: CivilDate): Promise<void> {
    await this.transactions.current().query(
      `WITH moved AS (
         UPDATE obligation SET due_on = $4, original_due_on = coalesce(original_due_on, due_on)
          WHERE tenant = $1 AND id = $2)
       INSERT INTO obligation_extension (tenant, instance_id, obligation_id, from_on, to_on, at)
       VALUES ($1, $3, $2, $5, $4, $6)`,
      [tenant, obligationId, instanceId, to, from, at],
    );
  }
}

const unchanged = (extended: boolean, text: string): JudgedExtension => ({ extended, text, write: null });
