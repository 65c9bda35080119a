import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { notFound, stale } from '../http/problems/common-problems.js';
import { DefinitionStore } from './definition.store.js';

/** Throws a drawing away; the published versions stay. */
@Injectable()
export class DropDraftUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: DefinitionStore,
  ) {}

  /** @param seen the revision that the author saw, null for «whatever it is» */
  async execute(tenant: string, key: string, seen: number | null): Promise<void> {
    await this.transactions.inTransaction(async () => {
      if (!(await this.store.lock(tenant, key))) throw notFound('这个流程');
      const draft = await this.store.draft(tenant, key);
      if (draft && seen !== null && seen !== draft.revision)
        throw stale({ revision: draft.revision, savedBy: draft.savedBy, savedAt: draft.savedAt });
      await this.store.dropDraft(tenant, key);
    });
  }
}
