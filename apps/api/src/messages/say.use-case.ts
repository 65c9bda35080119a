import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@chengban/domain';
import { v7 } from 'uuid';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';

/** Takes a message or signal from outside; it is delivered with the next round of the outbox. */
@Injectable()
export class SayUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  message(tenant: string, said: { name: string; key: string | null; variables: JsonObject }): Promise<string> {
    return this.say(tenant, 'flow.message', { ...said, instanceId: null, obligationId: null });
  }

  signal(tenant: string, said: { name: string; variables: JsonObject }): Promise<string> {
    return this.say(tenant, 'flow.signal', { ...said, instanceId: null, obligationId: null });
  }

  private async say(tenant: string, topic: string, payload: JsonObject): Promise<string> {
    const id = v7();
    await this.transactions
      .current()
      .query(`INSERT INTO outbox (tenant, id, topic, payload, created_at, due_at) VALUES ($1, $2, $3, $4, $5, $5)`, [
        tenant,
        id,
        topic,
        payload,
        this.clock.date(),
      ]);
    return id;
  }
}
