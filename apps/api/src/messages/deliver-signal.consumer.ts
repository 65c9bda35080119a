import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@chengban/domain';
import { v5 } from 'uuid';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { EventCommand, StartBesideCommand } from '../instances/instances.module.js';
import type { Consumer, Delivery } from '../outbox/consumer.js';
import type { Said } from './said.js';

/**
 * A signal reaches everything that waits for it when it is given (§13.5.2): one delivery each, so that one flow in
 * trouble keeps it from nobody else. The flow that gave it has heard it already.
 */
@Injectable()
export class DeliverSignalConsumer implements Consumer {
  readonly name = 'flow signals';

  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventCommand,
    private readonly beside: StartBesideCommand,
    private readonly clock: Clock,
  ) {}

  takes(topic: string): boolean {
    return topic === 'flow.signal' || topic === 'flow.signal-to';
  }

  async deliver({ tenant, id, topic, payload }: Delivery): Promise<void> {
    const said = payload as unknown as Said;
    if (topic === 'flow.signal') {
      await this.spread(tenant, id, payload, said);
      await this.beside.start(tenant, { kind: 'signal', ...said });
      return;
    }
    const { name, variables, instanceId } = said;
    const event = { type: 'signal', name, variables } as const;
    // refused: it no longer waits
    if (instanceId !== null)
      await this.events.happen(tenant, instanceId, { event, verb: 'signal', nodeId: null, text: name });
  }

  private async spread(tenant: string, id: string, payload: JsonObject, { name, instanceId }: Said): Promise<void> {
    const waiting: { instanceId: string }[] = await this.transactions.current().query(
      `SELECT DISTINCT instance_id AS "instanceId" FROM wait
        WHERE tenant = $1 AND kind = 'signal' AND name = $2 AND instance_id IS DISTINCT FROM $3::uuid`,
      [tenant, name, instanceId],
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
