import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { EventCommand, hasLeft, StartBesideCommand } from '../instances/instances.module.js';
import type { Consumer, Delivery } from '../outbox/consumer.js';
import { BeginWithSignalUseCase } from '../starts/starts.module.js';
import type { Said } from './said.js';

/**
 * A signal reaches everything that waits for it when it is given (§13.5.2): one delivery each, so that one flow in
 * trouble keeps it from nobody else. The flow that gave it has heard it already. It begins what starts with it, too.
 */
@Injectable()
export class DeliverSignalConsumer implements Consumer {
  readonly name = 'flow signals';

  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventCommand,
    private readonly beside: StartBesideCommand,
    private readonly begin: BeginWithSignalUseCase,
    private readonly clock: Clock,
  ) {}

  takes(topic: string): boolean {
    return topic === 'flow.signal' || topic === 'flow.signal-to';
  }

  async deliver(given: Delivery): Promise<void> {
    const { tenant, topic, payload } = given;
    const said = payload as unknown as Said;
    if (topic === 'flow.signal') {
      await this.spread(given, said);
      await this.beside.start(tenant, { kind: 'signal', ...said });
      await this.begin.execute(tenant, given.id, said);
      return;
    }
    if (said.instanceId !== null) await this.tell(tenant, said.instanceId, said);
  }

  /** @throws what keeps the flow from hearing it, so that it is told again later */
  private async tell(tenant: string, instanceId: string, { name, variables }: Said): Promise<void> {
    const event = { type: 'signal', name, variables } as const;
    const happening = { event, verb: 'signal', nodeId: null, text: name };
    const told = await this.events.happen(tenant, instanceId, happening);
    if (told.kind === 'refused' && !hasLeft(told.refusal)) throw new Error(told.refusal.message);
  }

  private async spread({ tenant, id, payload, createdAt }: Delivery, { name, instanceId }: Said): Promise<void> {
    const waiting: { instanceId: string }[] = await this.transactions.current().query(
      `SELECT DISTINCT instance_id AS "instanceId" FROM wait
        WHERE tenant = $1 AND kind = 'signal' AND name = $2 AND instance_id IS DISTINCT FROM $3::uuid AND since <= $4`,
      [tenant, name, instanceId, createdAt],
    );
    if (waiting.length === 0) return;
    const rows = waiting.map((each) => ({
      id: v5(each.instanceId, id),
      instanceId: each.instanceId,
      payload: { ...payload, instanceId: each.instanceId },
    }));
    await this.transactions.current().query(
      `INSERT INTO outbox (tenant, id, instance_id, topic, payload, created_at, due_at)
       SELECT $1, r.id, r."instanceId", 'flow.signal-to', r.payload, $3, $3
         FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, "instanceId" uuid, payload jsonb)
       ON CONFLICT DO NOTHING`,
      [tenant, JSON.stringify(rows), this.clock.date()],
    );
  }
}
