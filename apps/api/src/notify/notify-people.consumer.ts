import { Injectable } from '@nestjs/common';
import type { Consumer, Delivery } from '../outbox/consumer.js';
import type { Notice } from './notice.js';
import { TellPeopleUseCase } from './tell-people.use-case.js';

type Payload = Omit<Notice, 'tenant' | 'id' | 'topic' | 'createdAt'>;

/** Tells people what commands left in the outbox for them. */
@Injectable()
export class NotifyPeopleConsumer implements Consumer {
  readonly name = 'notifications';

  /** everything but what flows say to flows, and copies that are first to be made */
  takes(topic: string): boolean {
    return !topic.startsWith('flow.') && topic !== 'copy.requested';
  }

  constructor(private readonly tellPeople: TellPeopleUseCase) {}

  async deliver({ tenant, id, topic, payload, createdAt }: Delivery): Promise<void> {
    const { personIds, title, text, taskId, instanceId, obligationId } = payload as unknown as Payload;
    await this.tellPeople.execute({
      tenant,
      id,
      topic,
      personIds,
      title,
      text,
      taskId,
      instanceId,
      obligationId,
      createdAt,
    });
  }
}
