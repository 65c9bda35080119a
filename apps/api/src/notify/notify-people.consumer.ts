import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import type { Consumer, Delivery } from './consumer.js';
import { NotificationStore } from './notification.store.js';

interface Payload {
  readonly personIds: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly taskId: string | null;
  readonly instanceId: string | null;
  readonly obligationId: string | null;
}

/** Turns a message into one notification per recipient. */
@Injectable()
export class NotifyPeopleConsumer implements Consumer {
  readonly name = 'notifications';

  /** everything but what flows say to flows */
  takes(topic: string): boolean {
    return !topic.startsWith('flow.');
  }

  constructor(private readonly store: NotificationStore) {}

  async deliver({ tenant, id, topic, payload, createdAt }: Delivery): Promise<void> {
    const { personIds, title, text, taskId, instanceId, obligationId } = payload as unknown as Payload;
    await this.store.add(
      personIds.map((personId) => ({
        tenant,
        // the same message and person give the same id, however often it is delivered
        id: v5(personId, id),
        personId,
        kind: topic,
        title,
        text,
        taskId,
        instanceId,
        obligationId,
        createdAt,
        readAt: null,
      })),
    );
  }
}
