import { Injectable } from '@nestjs/common';
import {
  beginningsOf,
  civilDateInShanghai,
  startInstance,
  type CompiledFlow,
  type JsonObject,
  type StartAt,
} from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type Flow } from '../definitions/flows.read-model.js';
import { LOCK_OBLIGATION } from './lock-statements.js';
import { faceWithDates } from './lock-task.js';
import type { ObligationFace, SeatHolder } from './locked-state.js';
import { newInstance } from './new-instance.js';
import { runPrepared } from './prepared.js';
import { seatsOfFlow } from './seats.js';
import { settleChange } from './settle-change.js';
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
  readonly startedBy: string;
  readonly unit: JsonObject;
}

interface ObligationRow {
  readonly readerUnitIds: readonly string[];
  readonly face: ObligationFace;
  readonly seats: readonly SeatHolder[];
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
      const beginsHere = beginningIn(own.workflow.compiled, said, false);
      if (beginsHere) {
        await this.open(tenant, sender, own, beginsHere, said.variables);
        return true;
      }
      const other = said.kind === 'message' ? await this.flows.startedBy(tenant, said.name) : null;
      const beginsThere = other && beginningIn(other.workflow.compiled, said, true);
      if (!other || !beginsThere) return false;
      await this.open(tenant, sender, other, beginsThere, said.variables);
      return true;
    });
  }

  private async open(tenant: string, sender: Sender, flow: Flow, place: StartAt, brought: JsonObject): Promise<void> {
    const now = this.clock.now();
    const { obligationId, unitId, supervisorUnitId, startedBy, unit } = sender;
    const seats = seatsOfFlow(flow.workflow.compiled, { unitId, supervisorUnitId, startedBy });
    const { unitIds, roles, personIds } = seats;
    const manager = this.transactions.current();
    const values = [tenant, obligationId, unitIds, roles, personIds, civilDateInShanghai(now)];
    const [row] = await runPrepared<ObligationRow>(manager, LOCK_OBLIGATION, values);
    if (!row) throw new Error(`obligation ${obligationId} vanished`);
    const variables = { unit };
    const at = { ...place, brought };
    const started = startInstance(flow.workflow, variables, now, flow.hash, at);
    if (!started.ok) throw new Error(`${flow.key} cannot begin: ${started.error.message}`);
    const readerUnitIds = [...new Set([...row.readerUnitIds, unitId, supervisorUnitId, ...unitIds])];
    const given = {
      tenant,
      definitionVersionId: flow.id,
      obligationId,
      unitId,
      supervisorUnitId,
      readerUnitIds,
      startedBy,
    };
    const settled = settleChange({
      workflow: flow.workflow,
      instance: newInstance({ ...given, main: false }),
      face: faceWithDates(row.face),
      seats: row.seats,
      actorId: null,
      now,
      ...started.value,
      line: {
        verb: 'start',
        nodeId: at.nodeId ?? null,
        event: { type: 'start', variables, at },
        text: `${flow.name} 第 ${flow.version} 版`,
      },
      drafterIds: [],
      round: 0,
      start: { main: false, definitionVersionId: flow.id, unitId, supervisorUnitId, seats, startedBy },
    });
    const rest = {
      task: null,
      firedTimerId: null,
      doneJobId: null,
      newRound: null,
      verdict: null,
      draft: null,
      answer: null,
    };
    const writing = writeStatement({ ...settled, ...rest });
    await runPrepared(manager, writing.statement, writing.values);
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

/** @param main whether the flow's own process may begin, too: within one drawing it is running already */
function beginningIn(flow: CompiledFlow, { kind, name }: Beginning, main: boolean): StartAt | null {
  const found = beginningsOf(flow).find(
    (each) => each.kind === kind && each.name === name && (main || each.process !== flow.processId),
  );
  if (!found) return null;
  const { process, nodeId } = found;
  return process === flow.processId ? { nodeId } : { process, nodeId };
}
