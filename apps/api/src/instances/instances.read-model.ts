import { Injectable } from '@nestjs/common';
import { type Actor, type AppAbility, type JsonObject } from '@chengban/domain';
import { accessibleBy } from '../access/accessible-by.js';
import { tasksOfInstance } from '../access/handled-tasks.js';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type Flow } from '../definitions/flows.read-model.js';
import { StandInsReadModel, type StoodIn } from '../deputies/stand-ins.read-model.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import { CurrentStepsReadModel, type Step } from './current-steps.read-model.js';
import { diagramOf, type Diagram } from './diagram.js';
import { HistoryReadModel, type HistoryItem } from './history.read-model.js';
import { InstanceEntity } from './instance.entity.js';
import { standingOf } from './locked-state.js';
import { MatterOffers, type MatterOffer } from './matter-offers.js';
import { PredictionReadModel, type PredictionView } from './prediction.read-model.js';
import { personsIn, sittingView, type SittingView } from './sitting-view.js';
import { undoneLines } from './undone-lines.js';
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
  readonly history: readonly (Omit<HistoryItem, 'passed'> & {
    readonly nodeName: string | null;
    /** false: a later return or taking back has undone it */
    readonly counts: boolean;
  })[];
  /** whom it waits for now */
  readonly current: readonly Step[];
  /** the same with every seat: who has decided what, and whose turn it is */
  readonly sittings: readonly SittingView[];
  /** 代: who acts today for somebody of the sittings who is away */
  readonly standIns: readonly StoodIn[];
  readonly upcoming: readonly Step[];
  readonly prediction: PredictionView;
  /** what may be done with the matter as a whole, and why not */
  readonly offers: readonly MatterOffer[];
  /** a move that waits for a second person */
  readonly reroute: RerouteView | null;
}

interface RerouteView {
  readonly by: { readonly id: string; readonly name: string };
  /** the node where the token waits, by name */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly at: Date;
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
    private readonly prediction: PredictionReadModel,
    private readonly matterOffers: MatterOffers,
    private readonly standIns: StandInsReadModel,
  ) {}

  async view(actor: Actor, ability: AppAbility, id: string): Promise<InstanceView | null> {
    const { tenant } = actor;
    const row = await this.readable(ability, tenant, id);
    if (!row) return null;
    const flow = await this.flows.flow(tenant, row.definitionVersionId);
    const history = await this.history.items(tenant, id);
    const { compiled } = flow.workflow;
    const passed = history.flatMap((item) => item.passed);
    const standing = standingOf(row);
    const { reroute } = standing;
    const undone = undoneLines(history, standing);
    const persons = [...personsIn(standing), ...(reroute ? [reroute.byId] : [])];
    const names = await this.people.namesOf(tenant, persons);
    const nameAt = (nodeId: string): string => compiled.nodes[nodeId]?.name || nodeId;
    const prediction = await this.prediction.predict(row, flow);
    return {
      id,
      obligationId: row.obligationId,
      definition: { id: flow.id, key: flow.key, name: flow.name, version: flow.version },
      status: row.status,
      revision: row.revision,
      outcome: row.outcome,
      startedAt: row.startedAt,
      endedAt: row.endedAt,
      diagram: diagramOf(compiled, standing, passed),
      history: history.map((item) => ({ ...named(flow, item), counts: !undone.has(item.seq) })),
      current: await this.currentSteps.steps(tenant, id),
      sittings: standing.sittings.map((sitting) => sittingView(flow.workflow, sitting, names)),
      standIns: await this.standIns.inFlow(tenant, personsIn(standing), flow.key),
      upcoming: prediction.next.map(({ nodeId, name, who }) => ({ nodeId, name, who: who.map((each) => each.name) })),
      prediction,
      offers: this.matterOffers.offers(actor, ability, row, flow),
      reroute: reroute && {
        by: { id: reroute.byId, name: names.get(reroute.byId) ?? '' },
        from: nameAt(standing.sittings.find(({ token }) => token === reroute.token)?.nodeId ?? ''),
        to: nameAt(reroute.to),
        reason: reroute.reason,
        at: new Date(reroute.at),
      },
    };
  }

  /** Who comes next with what is filled in now; null for somebody who may not see the matter. */
  async foresee(ability: AppAbility, tenant: string, id: string, form: JsonObject): Promise<PredictionView | null> {
    const row = await this.readable(ability, tenant, id);
    return row && this.prediction.predict(row, await this.flows.flow(tenant, row.definitionVersionId), form);
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
}

/** Node and verb as the drawing of this version calls them. */
function named(flow: Flow, full: HistoryItem): Omit<InstanceView['history'][number], 'counts'> {
  const { passed: _, ...item } = full;
  const node = item.nodeId === null ? undefined : flow.workflow.compiled.nodes[item.nodeId];
  const label = item.verb === 'submit' ? node?.submitLabel : item.verb === 'approve' ? node?.approveLabel : undefined;
  return { ...item, verbName: verbName(item.verb, label), nodeName: node ? node.name || item.nodeId : null };
}
