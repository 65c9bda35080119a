import { Injectable } from '@nestjs/common';
import { beginningOf, type JsonObject } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type BindingPlace } from '../definitions/flows.read-model.js';
import { lockObligation, settleStart } from './open-instance.js';
import { runPrepared } from './prepared.js';
import { writeStatement } from './write-change.js';

/** What begins the flow of one obligation: a time that has come, a message or a signal. */
export interface UnattendedStart {
  readonly verb: 'timedStart' | 'messageStart' | 'signalStart';
  readonly obligationId: string;
  /** the version that begins with it */
  readonly definitionVersionId: string;
  readonly nodeId: string;
  readonly brought: JsonObject;
}

interface Place extends BindingPlace {
  readonly supervisorUnitId: string;
  readonly unit: JsonObject;
}

/** Begins the flow of an obligation without a person: the obligation's row is the lock, as when a person begins it. */
@Injectable()
export class StartUnattendedCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins nothing where somebody was faster, the obligation is closed, or another flow or version is bound by now.
   * @returns whether it began
   * @throws what keeps the flow from beginning
   */
  async start(tenant: string, beginning: UnattendedStart): Promise<boolean> {
    const { verb, obligationId, definitionVersionId, nodeId, brought } = beginning;
    return this.transactions.inTransaction(async (manager) => {
      const place = await this.place(tenant, obligationId);
      if (!place) return false;
      const flow = await this.flows.bound(tenant, place);
      if (flow?.id !== definitionVersionId) return false;
      const now = this.clock.now();
      const { unitId, supervisorUnitId, unit } = place;
      const opening = {
        tenant,
        obligationId,
        unitId,
        supervisorUnitId,
        startedBy: null,
        main: true,
        request: null,
        flow,
      };
      const locked = await lockObligation(manager, opening, now);
      if (locked.instanceId !== null || locked.face.status === 'closed') return false;
      const first = { variables: { unit }, at: { nodeId, brought }, actorId: null, verb, now };
      const settled = await settleStart(manager, opening, locked, first);
      if (!settled.ok) throw new Error(`不能开始：${settled.error.message}`);
      const { statement, values } = writeStatement(settled.value);
      await runPrepared(manager, statement, values);
      return true;
    });
  }

  /** Begins the flow bound to an obligation, if it begins with this message; false when it does not, or did already. */
  async startWith(tenant: string, obligationId: string, message: string, brought: JsonObject): Promise<boolean> {
    const place = await this.place(tenant, obligationId);
    const flow = place && (await this.flows.bound(tenant, place));
    const nodeId = flow && beginningOf(flow.workflow.compiled, 'message', message);
    if (!flow || !nodeId) return false;
    const start = { verb: 'messageStart', obligationId, definitionVersionId: flow.id, nodeId, brought } as const;
    return this.start(tenant, start);
  }

  private async place(tenant: string, obligationId: string): Promise<Place | undefined> {
    const [row]: Place[] = await this.transactions.current().query(
      `SELECT o.plan_id AS "planId", o.measure_no AS "measureNo", o.kind, o.unit_id AS "unitId",
              p.supervisor_unit_id AS "supervisorUnitId",
              jsonb_build_object('id', u.id, 'name', u.name, 'kind', u.kind) AS unit
         FROM obligation o JOIN plan p ON p.tenant = o.tenant AND p.id = o.plan_id
         JOIN unit u ON u.tenant = o.tenant AND u.id = o.unit_id
        WHERE o.tenant = $1 AND o.id = $2`,
      [tenant, obligationId],
    );
    return row;
  }
}
