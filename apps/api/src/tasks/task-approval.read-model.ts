import { Injectable } from '@nestjs/common';
import {
  choicesIn,
  findSeat,
  offersFor,
  principalsIn,
  type ActContext,
  type Actor,
  type AppAbility,
  type Offer,
} from '@chengban/domain';
import { Clock } from '../database/clock.js';
import type { InstanceState } from '../instances/instance-state.read-model.js';
import { MatterOffers, PredictionReadModel, personsIn, sittingView } from '../instances/instances.module.js';
import type { MatterOffer, PredictionView, SittingView } from '../instances/instances.module.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import type { TaskRecord } from './tasks.read-model.js';
import { namedBy, whyMine, wordsOf } from './why-mine.js';

/** A later step whose people the starter chooses (发起人自选). */
export interface ChoiceAhead {
  readonly nodeId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly role: string | null;
  readonly max: number | null;
  readonly chosen: readonly { readonly id: string; readonly name: string }[];
}

/** What may be done with a task, who else decides, why it came here and what comes next. */
export interface TaskApproval {
  readonly offers: readonly Offer[];
  /** with the matter as a whole */
  readonly matterOffers: readonly MatterOffer[];
  /** the step of the task with everybody who decides there; null once it is over */
  readonly sitting: SittingView | null;
  readonly seat: number;
  /** 为什么轮到我 */
  readonly why: string;
  readonly choices: readonly ChoiceAhead[];
  /** null once the task is closed */
  readonly prediction: PredictionView | null;
}

@Injectable()
export class TaskApprovalReadModel {
  constructor(
    private readonly people: PeopleReadModel,
    private readonly matterOffers: MatterOffers,
    private readonly prediction: PredictionReadModel,
    private readonly clock: Clock,
  ) {}

  /** Whoever asks has checked that the task may be seen. */
  async approval(
    { actor, ability }: { readonly actor: Actor; readonly ability: AppAbility },
    record: TaskRecord,
    instance: InstanceState,
  ): Promise<TaskApproval> {
    const { flow, row } = instance;
    const context = this.context(actor, record, instance);
    const sitting = await this.sitting(actor.tenant, record, instance);
    return {
      offers: offersFor(context),
      matterOffers: this.matterOffers.offers(actor, ability, row, flow),
      sitting,
      seat: record.seat,
      why: sitting ? await this.why(actor.tenant, context, sitting, instance) : '',
      choices: record.purpose === 'draft' ? await this.choices(actor.tenant, instance) : [],
      prediction: record.item.status === 'open' ? await this.prediction.predict(row, flow) : null,
    };
  }

  private context(actor: Actor, { item, seat }: TaskRecord, { flow, standing, startedBy }: InstanceState): ActContext {
    return {
      workflow: flow.workflow,
      standing,
      seat,
      taskStatus: item.status,
      actor: { personId: actor.personId, deputyFor: principalsIn(actor, flow.key) },
      // nobody is seated while one only looks
      seater: () => [{ candidateIds: [], fallback: true }],
      now: this.clock.now(),
      startedBy,
    };
  }

  private async sitting(tenant: string, { seat }: TaskRecord, { flow, standing }: InstanceState) {
    const found = findSeat(standing, seat);
    if (!found) return null;
    const names = await this.people.namesOf(tenant, personsIn({ sittings: [found.sitting] }));
    return sittingView(flow.workflow, found.sitting, names);
  }

  private async why(tenant: string, context: ActContext, sitting: SittingView, { flow }: InstanceState) {
    const { unitIds, personIds } = namedBy(context, context.seat);
    const units = await this.people.unitNamesOf(tenant, unitIds);
    const persons = await this.people.namesOf(
      tenant,
      personIds.filter((id) => /^[\da-f-]{36}$/i.test(id)),
    );
    return whyMine(context, sitting, wordsOf(units, persons, flow.form));
  }

  private async choices(tenant: string, { flow, standing }: InstanceState): Promise<readonly ChoiceAhead[]> {
    const choices = choicesIn(flow.workflow);
    const ids = choices.flatMap(({ nodeId }) => standing.chosen[nodeId] ?? []);
    const names = await this.people.namesOf(tenant, ids);
    return choices.map(({ nodeId, name, assignment: { unit, role, max } }) => ({
      nodeId,
      name,
      unit: unit ?? null,
      role: role ?? null,
      max: max ?? null,
      chosen: (standing.chosen[nodeId] ?? []).map((id) => ({ id, name: names.get(id) ?? '' })),
    }));
  }
}
