import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { CONSUMERS, type Consumer, type Delivery, type LetGo } from './consumer.js';
import { OutboxStore } from './outbox.store.js';

/**
 * Tells the consumers what commands left behind, at least once. One transaction per message: a consumer that fails keeps
 * only its own message back, which is tried again later and later.
 */
@Injectable()
export class DeliverDueUseCase {
  private readonly logger = new Logger('Outbox');

  constructor(
    private readonly transactions: Transactions,
    private readonly store: OutboxStore,
    private readonly clock: Clock,
    @Inject(CONSUMERS) private readonly consumers: readonly Consumer[],
  ) {}

  /** @returns how many messages were delivered */
  async execute(limit = 1000): Promise<number> {
    let delivered = 0;
    for (let tries = 0; tries < limit; tries++) {
      const outcome = await this.deliverOne();
      if (outcome === 'none') break;
      if (outcome === 'delivered') delivered++;
    }
    return delivered;
  }

  private async deliverOne(): Promise<'none' | 'delivered' | 'failed'> {
    let inHand: Delivery | undefined;
    const now = this.clock.date();
    try {
      return await this.transactions.inTransaction(async () => {
        [inHand] = await this.store.take(now, 1);
        if (!inHand) return 'none';
        const letGo = await this.tell(inHand);
        if (letGo) {
          this.logger.warn(`message ${inHand.id} is let go: ${letGo.letGo}`);
          await this.store.letGo(inHand, letGo.letGo, now);
          return 'failed';
        }
        await this.store.markDelivered(inHand, this.clock.date());
        return 'delivered';
      });
    } catch (error) {
      if (!inHand) throw error;
      const text = error instanceof Error ? error.message : String(error);
      this.logger.error(`message ${inHand.id}: ${text}`);
      await this.store.postpone(inHand, text, now);
      return 'failed';
    }
  }

  private async tell(message: Delivery): Promise<LetGo | null> {
    let letGo: LetGo | null = null;
    for (const consumer of this.consumers)
      if (consumer.takes(message.topic)) letGo = (await consumer.deliver(message)) ?? letGo;
    return letGo;
  }
}
