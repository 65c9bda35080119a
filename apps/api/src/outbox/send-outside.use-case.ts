import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { OutsideStore } from './outside.store.js';
import { SENDERS, type OutsideMessage, type Sender } from './sender.js';

const AT_ONCE = 10;

/**
 * Gives mails and webhooks to those who carry them: leased in one statement, sent outside any transaction, noted in
 * another. What nobody takes in must hold up nobody else.
 */
@Injectable()
export class SendOutsideUseCase {
  private readonly logger = new Logger('Outside');

  constructor(
    private readonly store: OutsideStore,
    private readonly clock: Clock,
    @Inject(SENDERS) readonly senders: readonly Sender[],
  ) {}

  /** All that is due now. @returns how many arrived */
  async execute(): Promise<number> {
    let sent = 0;
    for (const sender of this.senders) for (let done = 1; done > 0; sent += done) done = await this.round(sender);
    return sent;
  }

  /** One handful, side by side. @returns how many arrived */
  async round(sender: Sender): Promise<number> {
    const messages = await this.store.take(sender.topic, this.clock.date(), AT_ONCE, sender.perLane);
    const arrived = await Promise.all(messages.map((message) => this.sendOne(sender, message)));
    return arrived.filter(Boolean).length;
  }

  private async sendOne(sender: Sender, message: OutsideMessage): Promise<boolean> {
    try {
      await sender.send(message);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.logger.error(`${message.topic} ${message.id}: ${text}`);
      await this.store.postpone(message, text, this.clock.date());
      return false;
    }
    await this.store.markDelivered(message, this.clock.date());
    return true;
  }
}
