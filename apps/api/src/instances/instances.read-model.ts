import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, type AppAbility, type Assignment } from '@chengban/domain';
import { accessibleBy } from '../access/accessible-by.js';
import { tasksOfInstance } from '../access/handled-tasks.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type Flow } from '../definitions/flows.read-model.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import { CurrentStepsReadModel, type Step } from './current-steps.read-model.js';
import { diagramOf, type Diagram } from './diagram.js';
import { foresee } from './foresee.js';
import { HistoryReadModel, type HistoryItem } from './history.read-model.js';
import { InstanceEntity } from './instance.entity.js';
import { seatOf } from './seats.js';
import { verbName } from './verb-names.js';

export interface InstanceView {
  readonly id: string;
  readonly obligationId: string;
  readonly definition: { readonly id: string; readonly key: string; readonly name: string; readonly version: number };
  readonly status: string;
  readonly revision: number;
  readonly outcome: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly diagram: Diagram;
  readonly history: readonly (Omit<HistoryItem, 'passed'> & { readonly nodeName: string | null })[];
  /** whom it waits for now */
  readonly current: readonly Step[];
  readonly upcoming: readonly Step[];
}

/** Where an instance stands, what happened to it and what comes next, for those who may see it. */
@Injectable()
export class InstancesReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly history: HistoryReadModel,
    private readonly currentSteps: CurrentStepsReadModel,
    private readonly people: PeopleReadModel,
    private readonly clock: Clock,
  ) {}

  async view(ability: AppAbility, tenant: string, id: string): Promise<InstanceView | null> {
    const row = await this.readable(ability, tenant, id);
    if (!row) return null;
    const flow = await this.flows.flow(tenant, row.definitionVersionId);
    const history = await this.history.items(tenant, id);
    const { compiled } = flow.workflow;
    const passed = history.flatMap((item) => item.passed);
    return {
      id,
      obligationId: row.obligationId,
      definition: { id: flow.id, key: flow.key, name: flow.name, version: flow.version },
      status: row.status,
      revision: row.revision,
      outcome: row.outcome,
      startedAt: row.startedAt,
      endedAt: row.endedAt,
      diagram: diagramOf(compiled, row.marking, passed),
      history: history.map((item) => named(flow, item)),
      current: await this.currentSteps.steps(tenant, id),
      upcoming: await this.upcoming(flow, row),
    };
  }

  async xml(ability: AppAbility, tenant: string, id: string): Promise<string | null> {
    const row = await this.readable(ability, tenant, id);
    return row ? this.flows.xml(tenant, row.definitionVersionId) : null;
  }

  private readable(ability: AppAbility, tenant: string, id: string): Promise<InstanceEntity | null> {
    const query = this.transactions
      .current()
      .getRepository(InstanceEntity)
      .createQueryBuilder('i')
      .where('i.tenant = :tenant AND i.id = :id', { tenant, id });
    return accessibleBy(query, ability, 'read', 'Instance', { tasks: tasksOfInstance('i') }).getOne();
  }

  private async upcoming(flow: Flow, row: InstanceEntity): Promise<InstanceView['upcoming']> {
    const now = this.clock.now();
    const place = {
      responsibleUnitId: row.unitId,
      supervisorUnitId: row.supervisorUnitId,
      starterId: row.startedBy,
      onDate: civilDateInShanghai(now),
    };
    const names = async (assignment: Assignment | undefined): Promise<string[]> =>
      assignment
        ? (await this.people.candidates(row.tenant, seatOf(assignment, row), place)).map((person) => person.name)
        : [];
    return Promise.all(
      foresee(flow.workflow, row.marking, now).map(async (nodeId) => {
        const node = flow.workflow.compiled.nodes[nodeId];
        return { nodeId, name: node?.name || nodeId, who: await names(node?.assignment) };
      }),
    );
  }
}

/** Node and verb as the drawing of this version calls them. */
function named(flow: Flow, full: HistoryItem): InstanceView['history'][number] {
  const { passed: _, ...item } = full;
  const node = item.nodeId === null ? undefined : flow.workflow.compiled.nodes[item.nodeId];
  const label = item.verb === 'submit' ? node?.submitLabel : item.verb === 'approve' ? node?.approveLabel : undefined;
  return { ...item, verbName: verbName(item.verb, label), nodeName: node ? node.name || item.nodeId : null };
}
