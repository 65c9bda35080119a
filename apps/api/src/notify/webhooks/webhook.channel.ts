import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { Clock } from '../../database/clock.js';
import { OutsideStore } from '../../outbox/outside.store.js';
import type { SortedNotice } from '../notice.js';
import { WebhookStore } from './webhook.store.js';

/** What a receiver gets, as JSON. Documented in docs/notifications.md: receivers are programs of others. */
export interface WebhookEvent {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly tenant: string;
  /** ISO 8601 */
  readonly occurredAt: string;
  readonly title: string;
  readonly text: string;
  readonly taskId: string | null;
  readonly instanceId: string | null;
  readonly obligationId: string | null;
  /** the people who were told */
  readonly recipientIds: readonly string[];
}

/** One message to each system that listens, however many people are told. */
@Injectable()
export class WebhookChannel {
  constructor(
    private readonly webhooks: WebhookStore,
    private readonly outside: OutsideStore,
    private readonly clock: Clock,
  ) {}

  async tell(notice: SortedNotice): Promise<void> {
    const { tenant, id, topic: type, category, createdAt, personIds, instanceId, obligationId, ...shown } = notice;
    const listening = await this.webhooks.listening(tenant, category);
    const now = this.clock.date();
    const messages = listening.map((webhook) => {
      // the same message and receiver give the same id: a receiver discards repetitions by it
      const own = v5(webhook.id, id);
      const event: WebhookEvent = {
        ...shown,
        id: own,
        type,
        category,
        tenant,
        instanceId,
        obligationId,
        occurredAt: createdAt.toISOString(),
        recipientIds: personIds,
      };
      return {
        id: own,
        topic: 'webhook.send',
        lane: webhook.id,
        // the name and the obligation are what the list of deliveries shows
        payload: { name: webhook.name, obligationId, event: { ...event, recipientIds: [...personIds] } },
        instanceId,
        dueAt: now,
      } as const;
    });
    await this.outside.add(tenant, messages, now);
  }
}
