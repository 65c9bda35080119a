import { Injectable } from '@nestjs/common';
import { nodeInfo, seatsOf, type AppAbility, type MatterContext } from '@chengban/domain';
import { tasksOfInstance } from '../access/handled-tasks.js';
import { SqlParameters, sqlFor } from '../access/sql-for.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { standingOf, type LockedInstance } from '../instances/instances.module.js';
import { MOST_MATTERS, type HandoverMatterDto } from './handovers.dto.js';

interface Row extends Pick<LockedInstance, 'marking' | 'approval' | 'drafterIds' | 'round' | 'startedBy'> {
  readonly instanceId: string;
  readonly definitionVersionId: string;
  readonly number: string;
  readonly requirement: string;
  readonly unitId: string;
  readonly unitName: string;
}

const COLUMNS = {
  tenant: 'i.tenant',
  unitId: 'i.unit_id',
  readerUnitIds: { expression: 'i.reader_unit_ids', array: true },
  readerPersonIds: { expression: 'i.reader_person_ids', array: true },
  tasks: tasksOfInstance('i'),
};

/** 离职交接, looked at before it is done: every matter in which somebody has a seat, and what would become of it. */
@Injectable()
export class HandoversReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly clock: Clock,
  ) {}

  async preview(
    ability: AppAbility,
    tenant: string,
    { fromId, toId }: { readonly fromId: string; readonly toId: string },
  ): Promise<{ items: HandoverMatterDto[]; more: boolean }> {
    const rows = await this.rows(ability, tenant, fromId);
    const isKnown = await this.hasRole(tenant, toId);
    const items: HandoverMatterDto[] = [];
    for (const row of rows.slice(0, MOST_MATTERS)) {
      const { workflow } = await this.flows.flow(tenant, row.definitionVersionId);
      const context: MatterContext = {
        workflow,
        standing: standingOf(row),
        actor: { personId: '' },
        seater: () => [],
        now: this.clock.now(),
        startedBy: row.startedBy,
        known: new Set(isKnown ? [toId] : []),
      };
      const seats = seatsOf(context, { fromId, toId }).map(({ sitting, seat, shared, refused }) => ({
        name: nodeInfo(workflow, sitting.nodeId)?.name ?? sitting.nodeId,
        own: seat.holderId === fromId || seat.candidateIds.length === 1,
        shared,
        ...(refused && { reason: refused.message }),
        ...(refused?.cure !== undefined && { cure: refused.cure }),
      }));
      const { instanceId, number, requirement, unitId, unitName } = row;
      const possible = seats.every(({ reason }) => reason === undefined);
      items.push({ instanceId, number, requirement, unit: { id: unitId, name: unitName }, seats, possible });
    }
    return { items, more: rows.length > MOST_MATTERS };
  }

  /** Waiting seats have no task yet, so the standing is asked, not the tasks. */
  private rows(ability: AppAbility, tenant: string, personId: string): Promise<Row[]> {
    const parameters = new SqlParameters();
    const { bind } = parameters;
    const where = [`i.tenant = ${bind(tenant)}`, `i.status <> 'completed'`];
    where.push(
      `jsonb_path_exists(i.approval,
         '$.sittings[*].seats[*] ? (@.status == "open" || @.status == "waiting") ? (@.holderId == $p || @.candidateIds[*] == $p)',
         jsonb_build_object('p', ${bind(personId)}::text))`,
    );
    where.push(sqlFor(ability, 'handOver', 'Instance', COLUMNS, parameters));
    return this.transactions.current().query(
      `SELECT i.id AS "instanceId", i.definition_version_id AS "definitionVersionId", i.marking, i.approval,
              i.drafter_ids AS "drafterIds", i.round, i.started_by AS "startedBy", o.number, o.requirement,
              i.unit_id AS "unitId", u.name AS "unitName"
         FROM instance i
         JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id
         JOIN unit u ON u.tenant = i.tenant AND u.id = i.unit_id
        WHERE ${where.join(' AND ')} ORDER BY o.seq, i.id LIMIT ${MOST_MATTERS + 1}`,
      parameters.values,
    );
  }

  private async hasRole(tenant: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await this.transactions.current().query(
      `SELECT FROM membership m WHERE m.tenant = $1 AND m.person_id = $2
         AND m.valid_from <= $3 AND (m.valid_to IS NULL OR m.valid_to >= $3) LIMIT 1`,
      [tenant, personId, this.clock.date()],
    );
    return rows.length > 0;
  }
}
