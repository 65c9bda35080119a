import { Injectable } from '@nestjs/common';
import type { AppAbility } from '@chengban/domain';
import { accessibleBy } from '../../access/accessible-by.js';
import { Transactions } from '../../database/transactions.js';
import { NotificationEntity } from './notification.entity.js';

/** `count`: for how many messages the line stands */
export type NotificationItem = Omit<NotificationEntity, 'tenant' | 'personId' | 'folded' | 'bundleId' | 'heldUntil'> & {
  readonly count: number;
};

/** A person's own notifications, the newest first; not those that wait for a digest or for which another line stands. */
@Injectable()
export class NotificationsReadModel {
  constructor(private readonly transactions: Transactions) {}

  async list(
    ability: AppAbility,
    tenant: string,
    filter: { unread: boolean; after: readonly [string, string] | null; limit: number },
  ): Promise<NotificationItem[]> {
    const query = this.notifications(tenant)
      // the time is cut to what a cursor carries, so that none is left out between two pages
      .orderBy(`date_trunc('milliseconds', n.created_at)`, 'DESC')
      .addOrderBy('n.id', 'DESC')
      .limit(filter.limit);
    if (filter.unread) query.andWhere('n.read_at IS NULL');
    if (filter.after)
      query.andWhere(`(date_trunc('milliseconds', n.created_at), n.id) < (:at::timestamptz, :id::uuid)`, {
        at: filter.after[0],
        id: filter.after[1],
      });
    const rows = await accessibleBy(query, ability, 'read', 'Notification').getMany();
    return rows.map((row) => {
      const { tenant: _, personId: __, bundleId: ___, heldUntil: ____, folded, ...item } = row;
      return { ...item, count: Math.max(1, folded) };
    });
  }

  unread(ability: AppAbility, tenant: string): Promise<number> {
    return accessibleBy(
      this.notifications(tenant).andWhere('n.read_at IS NULL'),
      ability,
      'read',
      'Notification',
    ).getCount();
  }

  private notifications(tenant: string) {
    return this.transactions
      .current()
      .getRepository(NotificationEntity)
      .createQueryBuilder('n')
      .where('n.tenant = :tenant AND n.bundle_id IS NULL AND n.held_until IS NULL', { tenant });
  }
}
