import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { NotificationEntity } from './notification.entity.js';

@Injectable()
export class NotificationStore {
  constructor(private readonly transactions: Transactions) {}

  /** Ids come from message and person: what is there already stays as it is. */
  async add(notifications: readonly NotificationEntity[]): Promise<void> {
    if (notifications.length === 0) return;
    await this.transactions
      .current()
      .createQueryBuilder()
      .insert()
      .into(NotificationEntity)
      .values([...notifications])
      .orIgnore()
      .execute();
  }

  /** @returns false when the person has no such notification */
  async markRead(tenant: string, personId: string, id: string, at: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.transactions
      .current()
      .query(
        `UPDATE notification SET read_at = coalesce(read_at, $4) WHERE tenant = $1 AND person_id = $2 AND id = $3 RETURNING id`,
        [tenant, personId, id, at],
      );
    return rows.length > 0;
  }
}
