import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { Clock } from '../database/clock.js';
import type { Consumer, Delivery } from '../outbox/consumer.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { StandInsReadModel } from './stand-ins.read-model.js';

interface Told {
  readonly personIds: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly instanceId: string | null;
}

/**
 * What somebody who is away is told of a task, their deputy is told too, by a message of its own. Its topic is none of those
 * taken here: a deputy's own deputy is not told, because they cannot act.
 */
@Injectable()
export class TellDeputiesConsumer implements Consumer {
  readonly name = 'deputies';

  constructor(
    private readonly standIns: StandInsReadModel,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  takes(topic: string): boolean {
    return topic.startsWith('task.');
  }

  async deliver({ tenant, id, topic, payload }: Delivery): Promise<void> {
    const told = payload as unknown as Told;
    const standIns = await this.standIns.of(tenant, told.personIds, told.instanceId);
    const messages = standIns.map(({ deputyId, principalName }) => ({
      // the same message and deputy give the same id, however often it is delivered
      id: v5(deputyId, id),
      instanceId: told.instanceId,
      topic: `deputy.${topic}`,
      payload: { ...payload, personIds: [deputyId], title: `代${principalName}办理：${told.title}` },
    }));
    await this.outbox.add(tenant, messages, this.clock.date());
  }
}
