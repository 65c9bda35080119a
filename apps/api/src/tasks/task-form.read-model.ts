import { Injectable } from '@nestjs/common';
import {
  accessAt,
  fillIn,
  formIn,
  principalFor,
  reviewFields,
  visibleAccess,
  visibleData,
  visibleForm,
  withRowKeys,
  type Actor,
  type FormAccess,
  type FormDefinition,
  type JsonObject,
} from '@chengban/domain';
import type { InstanceState } from '../instances/instance-state.read-model.js';
import { FormNamesReadModel, type FormNames } from '../submissions/form-names.read-model.js';
import { FormViewReadModel, formNodes } from '../submissions/form-view.read-model.js';
import { RoundsReadModel, type KeptDraft, type Round } from '../submissions/rounds.read-model.js';
import type { TaskRecord } from './tasks.read-model.js';

/** The form of a task's page, with all that was filled in, as far as the reader may see it. */
export interface TaskForm extends FormNames {
  readonly form: FormDefinition;
  /** what may be written, read and must be filled in here */
  readonly access: FormAccess;
  /** the matter's data as they stand */
  readonly data: JsonObject;
  /** fields that are the reviewers' alone */
  readonly reviewFields: readonly string[];
  readonly draft: KeptDraft | null;
  readonly rounds: readonly Round[];
}

@Injectable()
export class TaskFormReadModel {
  constructor(
    private readonly rounds: RoundsReadModel,
    private readonly views: FormViewReadModel,
    private readonly names: FormNamesReadModel,
  ) {}

  /** @param drafts whether the reader may see what is not handed in yet */
  async of(actor: Actor, record: TaskRecord, instance: InstanceState, drafts: boolean): Promise<TaskForm> {
    const { flow } = instance;
    const here = accessAt(flow.form, formNodes(flow).get(record.item.nodeId) ?? { purpose: record.purpose });
    const acts = record.item.status === 'open' && principalFor(actor, record.candidateIds, flow.key) !== null;
    const access = acts ? here : await this.views.of(actor, { ...instance, instanceId: instance.id });
    const rounds = await this.rounds.rounds(actor.tenant, instance.submissionId, access);
    const before = { ...rounds.at(-1)?.data, ...formIn(instance.standing.marking.variables) };
    const base = withRowKeys(flow.form, before);
    const kept = drafts ? await this.draft(actor.tenant, record, instance, rounds) : null;
    const filled = kept && (kept.saved ? fillIn(flow.form, here, base, kept.draft.data, 'all').data : base);
    const data = visibleData(base, access);
    const draft = kept && filled && { ...kept.draft, data: visibleData(filled, access) };
    const form = visibleForm(flow.form, access);
    const shown = rounds.flatMap((round) => [round.data, ...round.reviews.map((review) => review.data)]);
    return {
      form,
      access: visibleAccess(access),
      data,
      reviewFields: reviewFields(form, [...formNodes(flow).values()]),
      draft,
      rounds,
      ...(await this.names.of(actor.tenant, form, [data, ...(draft ? [draft.data] : []), ...shown])),
    };
  }

  /** What was saved; after a return, before anybody saved again, what was handed in last. */
  private async draft(
    tenant: string,
    { item }: TaskRecord,
    instance: InstanceState,
    rounds: readonly Round[],
  ): Promise<{ readonly draft: KeptDraft; readonly saved: boolean } | null> {
    const kept = await this.rounds.draft(tenant, instance.id, item.id);
    const last = rounds.at(-1);
    if (kept) return { draft: kept, saved: true };
    if (!last) return null;
    const { data, evidence, submittedAt: savedAt, submittedBy: savedBy } = last;
    return { draft: { data, evidence, answers: [], savedAt, savedBy }, saved: false };
  }
}
