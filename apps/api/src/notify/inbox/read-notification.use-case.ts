import { Injectable } from '@nestjs/common';
import type { Actor } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { notFound } from '../http/problems/common-problems.js';
import { NotificationStore } from './notification.store.js';

/** Marks one of one's own notifications as read; doing it twice changes nothing. */
@Injectable()
export class ReadNotificationUseCase {
  constructor(
    private readonly store: NotificationStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for another person's */
  async execute({ tenant, personId }: Actor, id: string): Promise<void> {
    if (!(await this.store.markRead(tenant, personId, id, this.clock.date()))) throw notFound('这条消息');
  }
}
