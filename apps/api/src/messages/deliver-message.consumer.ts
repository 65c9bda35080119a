import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { EventCommand, StartBesideCommand } from '../instances/instances.module.js';
import type { Consumer, Delivery } from '../outbox/consumer.js';
import type { SaidMessage } from './said.js';

/** A message may come before anybody waits for it; after so many days it is let go. */
const MAX_WAIT_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Gives a message to the flow that waits for it, else starts what begins with it (§13.2). When there is neither, the
 * outbox tries again later.
 */
@Injectable()
export class DeliverMessageConsumer implements Consumer {
  readonly name = 'flow messages';
  private readonly logger = new Logger('Messages');

  constructor(
    private readonly events: EventCommand,
    private readonly beside: StartBesideCommand,
    private readonly clock: Clock,
  ) {}

  takes(topic: string): boolean {
    return topic === 'flow.message';
  }

  async deliver({ tenant, id, payload, createdAt }: Delivery): Promise<void> {
    const message = payload as unknown as SaidMessage;
    const delivered = await this.events.deliver(tenant, message);
    if (delivered.kind === 'taken') return;
    // a flow that waits for it but cannot take it now may be mended: nothing else may begin with it meanwhile
    if (delivered.kind === 'missing' && (await this.beside.start(tenant, { kind: 'message', ...message }))) return;
    if (this.clock.now() - createdAt.getTime() > MAX_WAIT_DAYS * DAY_MS) {
      this.logger.warn(`message ${id} (${message.name}) is let go: nobody took it in ${MAX_WAIT_DAYS} days`);
      return;
    }
    throw new Error(delivered.kind === 'refused' ? delivered.refusal.message : `没有流程在等消息“${message.name}”`);
  }
}
