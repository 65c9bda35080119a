import { Injectable } from '@nestjs/common';
import type { AppAbility, Marking } from '@chengban/domain';
import { accessibleBy } from '../access/accessible-by.js';
import { tasksOfInstance } from '../access/handled-tasks.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { InstanceEntity } from './instance.entity.js';

interface Resting {
  readonly nodeId: string;
  readonly nodeName: string;
  readonly token: number;
  readonly code: string;
  readonly message: string;
  readonly cure: string;
}

/** An instance that cannot go on, at one place or several. */
export interface TroubledInstance {
  readonly instanceId: string;
  readonly revision: number;
  readonly obligationId: string;
  readonly obligationNumber: string;
  readonly unitName: string;
  readonly requirement: string;
  readonly definition: { readonly id: string; readonly key: string; readonly name: string; readonly version: number };
  readonly since: Date;
  readonly incidents: readonly Resting[];
}

interface Facts {
  readonly id: string;
  readonly number: string;
  readonly requirement: string;
  readonly unitName: string;
  readonly since: Date;
}

/** What rests because it cannot go on, for those who may see the instances; the newest first. */
@Injectable()
export class IncidentsReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
  ) {}

  async list(
    ability: AppAbility,
    tenant: string,
    { after, limit }: { after: string | null; limit: number },
  ): Promise<TroubledInstance[]> {
    const query = this.transactions
      .current()
      .getRepository(InstanceEntity)
      .createQueryBuilder('i')
      .where(`i.tenant = :tenant AND i.status = 'incident'`, { tenant })
      .orderBy('i.id', 'DESC')
      .limit(limit);
    if (after !== null) query.andWhere('i.id < :after', { after });
    const rows = await accessibleBy(query, ability, 'read', 'Instance', { tasks: tasksOfInstance('i') }).getMany();
    const facts = await this.factsOf(
      tenant,
      rows.map((row) => row.id),
    );
    return Promise.all(rows.map((row) => this.itemOf(row, facts.get(row.id))));
  }

  private async itemOf(row: InstanceEntity, facts: Facts | undefined): Promise<TroubledInstance> {
    const flow = await this.flows.flow(row.tenant, row.definitionVersionId);
    const { id, key, name, version } = flow;
    return {
      instanceId: row.id,
      revision: row.revision,
      obligationId: row.obligationId,
      obligationNumber: facts?.number ?? '',
      unitName: facts?.unitName ?? '',
      requirement: facts?.requirement ?? '',
      definition: { id, key, name, version },
      since: facts?.since ?? row.startedAt,
      incidents: incidentsOf(row.marking).map(({ nodeId, token, code, message, cure }) => ({
        nodeId,
        nodeName: flow.workflow.compiled.nodes[nodeId]?.name || nodeId,
        token,
        code,
        message,
        cure,
      })),
    };
  }

  private async factsOf(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, Facts>> {
    if (ids.length === 0) return new Map();
    const rows: Facts[] = await this.transactions.current().query(
      `SELECT i.id, o.number, o.requirement, u.name AS "unitName",
              (SELECT max(h.at) FROM history h WHERE h.tenant = i.tenant AND h.instance_id = i.id AND h.verb = 'incident') AS since
         FROM instance i JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id
         JOIN unit u ON u.tenant = o.tenant AND u.id = o.unit_id
        WHERE i.tenant = $1 AND i.id = ANY($2::uuid[])`,
      [tenant, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const incidentsOf = (marking: Marking): NonNullable<Marking['incidents']> => marking.incidents ?? [];
