import { Injectable } from '@nestjs/common';
import { beginningsOf, type CompiledFlow, type JsonObject, type StartAt } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type Flow } from '../definitions/flows.read-model.js';
import { lockObligation, settleStart } from './open-instance.js';
import { runPrepared } from './prepared.js';
import { writeStatement } from './write-change.js';

/** What may begin a process, and the instance that says it. */
export interface Beginning {
  readonly kind: 'message' | 'signal';
  readonly name: string;
  readonly variables: JsonObject;
  readonly instanceId: string | null;
}

interface Sender {
  readonly definitionVersionId: string;
  readonly obligationId: string;
  readonly unitId: string;
  readonly supervisorUnitId: string;
  readonly startedBy: string | null;
  readonly unit: JsonObject;
}

/**
 * Starts a process that begins with a message or signal (§13.2), beside the flow that sent it and for the same
 * obligation: another pool of the same drawing, or another published flow. The obligation keeps following its own flow.
 */
@Injectable()
export class StartBesideCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly clock: Clock,
  ) {}

  /** @returns whether anything begins with it */
  async start(tenant: string, said: Beginning): Promise<boolean> {
    if (said.instanceId === null) return false;
    return this.transactions.inTransaction(async () => {
      const sender = await this.sender(tenant, said.instanceId);
      if (!sender) return false;
      const own = await this.flows.flow(tenant, sender.definitionVersionId);
      const here = beginningsIn(own.workflow.compiled, said, false);
      for (const place of here) await this.open(tenant, sender, own, place, said.variables);
      if (here.length > 0 || said.kind === 'signal') return here.length > 0;
      const other = await this.flows.startedBy(tenant, said.name);
      const [there] = other ? beginningsIn(other.workflow.compiled, said, true) : [];
      if (!other || !there) return false;
      await this.open(tenant, sender, other, there, said.variables);
      return true;
    });
  }

  private async open(tenant: string, sender: Sender, flow: Flow, place: StartAt, brought: JsonObject): Promise<void> {
    const now = this.clock.now();
    const { obligationId, unitId, supervisorUnitId, startedBy, unit } = sender;
    const manager = this.transactions.current();
    const opening = { tenant, obligationId, unitId, supervisorUnitId, startedBy, main: false, request: null, flow };
    const locked = await lockObligation(manager, opening, now);
    const at = { ...place, brought };
    const settled = await settleStart(manager, opening, locked, { variables: { unit }, at, actorId: null, now });
    if (!settled.ok) throw new Error(`“${flow.name}”不能开始：${settled.error.message}`);
    const { statement, values } = writeStatement(settled.value);
    await runPrepared(manager, statement, values);
  }

  private async sender(tenant: string, instanceId: string | null): Promise<Sender | undefined> {
    const [row]: Sender[] = await this.transactions.current().query(
      `SELECT i.definition_version_id AS "definitionVersionId", i.obligation_id AS "obligationId", i.unit_id AS "unitId",
              i.supervisor_unit_id AS "supervisorUnitId", i.started_by AS "startedBy",
              jsonb_build_object('id', u.id, 'name', u.name, 'kind', u.kind) AS unit
         FROM instance i JOIN unit u ON u.tenant = i.tenant AND u.id = i.unit_id
        WHERE i.tenant = $1 AND i.id = $2`,
      [tenant, instanceId],
    );
    return row;
  }
}

/**
 * The processes that begin: a message means one, a signal all (§10.5.1).
 * @param main whether the flow's own process may begin, too: within one drawing it is running already
 */
function beginningsIn(flow: CompiledFlow, { kind, name }: Beginning, main: boolean): readonly StartAt[] {
  const places = new Map<string, StartAt>();
  for (const { process, nodeId, ...each } of beginningsOf(flow)) {
    if (each.kind !== kind || each.name !== name || places.has(process)) continue;
    if (process !== flow.processId) places.set(process, { process, nodeId });
    else if (main) places.set(process, { nodeId });
  }
  return kind === 'signal' ? [...places.values()] : [...places.values()].slice(0, 1);
}
