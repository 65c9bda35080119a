import { Injectable } from '@nestjs/common';
import { PeopleReadModel } from '../people/people.read-model.js';
import type { PlanDraftAnswer, PlanDraftItem } from './plan-draft.dto.js';
import { PlanDraftStore } from './plan-draft.store.js';

/** Imported documents as the import page shows them. Access is decided per kind: whoever may read one may read all. */
@Injectable()
export class PlanDraftReadModel {
  constructor(
    private readonly drafts: PlanDraftStore,
    private readonly people: PeopleReadModel,
  ) {}

  async find(tenant: string, id: string): Promise<PlanDraftAnswer | null> {
    const draft = await this.drafts.find(tenant, id);
    if (!draft) return null;
    const names = await this.people.namesOf(tenant, draft.createdBy === null ? [] : [draft.createdBy]);
    const { fileName, fileSha256, reading, status, revision, planId, createdBy } = draft;
    return {
      id,
      fileName,
      fileSha256,
      reading,
      status,
      revision,
      planId,
      createdAt: draft.createdAt.toISOString(),
      createdBy: createdBy === null ? null : { id: createdBy, name: names.get(createdBy) ?? '' },
    };
  }

  async list(tenant: string): Promise<PlanDraftItem[]> {
    const drafts = await this.drafts.list(tenant);
    return drafts.map((draft) => ({ ...draft, createdAt: draft.createdAt.toISOString() }));
  }
}
