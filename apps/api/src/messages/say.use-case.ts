import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@chengban/domain';
import { v7 } from 'uuid';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound } from '../http/problems/common-problems.js';
import { ObligationsReadModel } from '../plans/obligations.read-model.js';

interface Message {
  readonly name: string;
  readonly key: string | null;
  /** whose flow is meant where the drawing asks for no key */
  readonly obligationId: string | null;
  readonly variables: JsonObject;
}

/** Takes a message or signal from outside; it is delivered with the next round of the outbox. */
@Injectable()
export class SayUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly obligations: ObligationsReadModel,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 when the city has no such obligation: who may send messages may send them about each */
  async message(tenant: string, said: Message): Promise<string> {
    const { obligationId } = said;
    if (obligationId !== null && !(await this.obligations.exists(tenant, obligationId))) throw notFound('这个承办事项');
    return this.say(tenant, 'flow.message', { ...said, instanceId: null });
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
