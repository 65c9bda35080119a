import { Injectable } from '@nestjs/common';
import type { Actor } from '@chengban/domain';
import { Clock } from '../../database/clock.js';
import { Transactions } from '../../database/transactions.js';
import { notFound } from '../../http/problems/common-problems.js';
import { FeedStore } from './feed.store.js';
import { NotificationStore } from './notification.store.js';

/** Marks one of one's own notifications as read; doing it twice changes nothing. */
@Injectable()
export class ReadNotificationUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: NotificationStore,
    private readonly feed: FeedStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for another person's */
  execute({ tenant, personId }: Actor, id: string): Promise<void> {
    return this.transactions.inTransaction(async () => {
      // the bell of the person's other windows follows
      await this.feed.move(tenant, [personId]);
      if (!(await this.store.markRead(tenant, personId, id, this.clock.date()))) throw notFound('这条消息');
    });
  }
}
