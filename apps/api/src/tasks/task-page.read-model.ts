import { Injectable } from '@nestjs/common';
import { subject } from '@casl/ability';
import {
  offersFor,
  principalFor,
  type Actor,
  type AppAbility,
  type FormDefinition,
  type Offer,
} from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { InstanceStateReadModel, type InstanceState } from '../instances/instance-state.read-model.js';
import { ObligationsReadModel } from '../plans/obligations.read-model.js';
import { RoundsReadModel, type KeptDraft, type Round } from '../submissions/rounds.read-model.js';
import type { TaskItem } from './task-item.read-model.js';
import { TasksReadModel, type TaskRecord } from './tasks.read-model.js';

type ObligationItem = NonNullable<Awaited<ReturnType<ObligationsReadModel['find']>>>;

export interface TaskPage extends TaskItem {
  readonly obligation: Omit<ObligationItem, 'readerUnitIds'> | null;
  readonly form: FormDefinition;
  /** only for those inside the unit that drafts */
  readonly draft: KeptDraft | null;
  readonly offers: readonly Offer[];
  readonly rounds: readonly Round[];
  readonly definition: { readonly id: string; readonly key: string; readonly name: string; readonly version: number };
}

/** 办理: one task with everything its page shows. */
@Injectable()
export class TaskPageReadModel {
  constructor(
    private readonly tasks: TasksReadModel,
    private readonly instances: InstanceStateReadModel,
    private readonly obligations: ObligationsReadModel,
    private readonly rounds: RoundsReadModel,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, ability: AppAbility, id: string): Promise<TaskPage | null> {
    const record = await this.tasks.find({ actor, ability }, id);
    if (!record) return null;
    const instance = await this.instances.state(actor.tenant, record.item.instanceId);
    const found = await this.obligations.find({ actor, ability }, record.item.obligationId);
    const rounds = await this.rounds.rounds(actor.tenant, instance.submissionId);
    const { flow } = instance;
    return {
      ...record.item,
      obligation: found && withoutReaders(found),
      form: flow.form,
      draft: mayReadDraft(ability, actor, record, instance) ? await this.draft(actor.tenant, instance, rounds) : null,
      offers: this.offers(actor, record, instance),
      rounds,
      definition: { id: flow.id, key: flow.key, name: flow.name, version: flow.version },
    };
  }

  /** What was saved; after a return, before anybody saved again, what was handed in last. */
  private async draft(tenant: string, instance: InstanceState, rounds: readonly Round[]): Promise<KeptDraft | null> {
    const kept = await this.rounds.draft(tenant, instance.id);
    const last = rounds.at(-1);
    if (kept || !last) return kept;
    const { data, evidence, submittedAt: savedAt, submittedBy: savedBy } = last;
    return { data, evidence, answers: [], savedAt, savedBy };
  }

  private offers({ personId }: Actor, { item, candidateIds }: TaskRecord, instance: InstanceState): readonly Offer[] {
    const { id, nodeId, status } = item;
    return offersFor({
      workflow: instance.flow.workflow,
      marking: instance.marking,
      task: { id, nodeId, status, candidateIds, holderId: item.holder?.id ?? null },
      actor: { personId },
      drafterIds: instance.drafterIds,
      now: this.clock.now(),
    });
  }
}

function withoutReaders(found: ObligationItem): Omit<ObligationItem, 'readerUnitIds'> {
  const { readerUnitIds: _, ...item } = found;
  return item;
}

/** Candidates of a drafting task may be outsiders (a named person, an administrator who stands in, a deputy): they draft, so they see it. */
function mayReadDraft(
  ability: AppAbility,
  actor: Actor,
  { candidateIds, purpose }: TaskRecord,
  instance: InstanceState,
): boolean {
  if (purpose !== 'draft') return false;
  const { unitId, readerUnitIds } = instance;
  const submission = subject('Submission', { tenant: actor.tenant, unitId, readerUnitIds: [...readerUnitIds] });
  return ability.can('readDraft', submission as never) || principalFor(actor, candidateIds, instance.flow.key) !== null;
}
