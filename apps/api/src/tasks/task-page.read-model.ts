import { Injectable } from '@nestjs/common';
import { subject } from '@casl/ability';
import { principalFor, type Actor, type AppAbility } from '@chengban/domain';
import { InstanceStateReadModel, type InstanceState } from '../instances/instance-state.read-model.js';
import { ObligationsReadModel } from '../plans/obligations.read-model.js';
import { TaskApprovalReadModel, type TaskApproval } from './task-approval.read-model.js';
import { TaskFormReadModel, type TaskForm } from './task-form.read-model.js';
import type { TaskItem } from './task-item.read-model.js';
import { TasksReadModel, type TaskRecord } from './tasks.read-model.js';

type ObligationItem = NonNullable<Awaited<ReturnType<ObligationsReadModel['find']>>>;

export interface TaskPage extends TaskItem, TaskApproval, TaskForm {
  readonly obligation: Omit<ObligationItem, 'readerUnitIds'> | null;
  /** what runs beside the flow that answers the obligation, by its flow's name; null: that flow itself */
  readonly beside: string | null;
  readonly definition: { readonly id: string; readonly key: string; readonly name: string; readonly version: number };
}

/** 办理: one task with everything its page shows. */
@Injectable()
export class TaskPageReadModel {
  constructor(
    private readonly tasks: TasksReadModel,
    private readonly instances: InstanceStateReadModel,
    private readonly obligations: ObligationsReadModel,
    private readonly forms: TaskFormReadModel,
    private readonly approval: TaskApprovalReadModel,
  ) {}

  async find(actor: Actor, ability: AppAbility, id: string): Promise<TaskPage | null> {
    const record = await this.tasks.find({ actor, ability }, id);
    if (!record) return null;
    const instance = await this.instances.state(actor.tenant, record.item.instanceId);
    const found = await this.obligations.find({ actor, ability }, record.item.obligationId);
    const { flow } = instance;
    const drafts = mayReadDraft(ability, actor, record, instance);
    return {
      ...record.item,
      obligation: found && withoutReaders(found),
      ...(await this.forms.of(actor, record, instance, drafts)),
      ...(await this.approval.approval({ actor, ability }, record, instance)),
      beside: instance.row.main ? null : flow.name,
      definition: { id: flow.id, key: flow.key, name: flow.name, version: flow.version },
    };
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
