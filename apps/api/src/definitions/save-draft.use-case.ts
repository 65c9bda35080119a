import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound, stale } from '../http/problems/common-problems.js';
import type { DefinitionDraft } from './definitions.read-model.js';
import { DefinitionStore } from './definition.store.js';

export interface SaveDraft {
  readonly tenant: string;
  readonly key: string;
  readonly xml: string;
  /** the revision that the author saw; null when the author saw no draft */
  readonly seen: number | null;
  readonly personId: string;
}

/** Keeps what is being drawn, publishable or not. Of two administrators the second one is told, not overwritten. */
@Injectable()
export class SaveDraftUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 · 409 `stale` */
  async execute({ tenant, key, xml, seen, personId }: SaveDraft): Promise<DefinitionDraft> {
    return this.transactions.inTransaction(async () => {
      if (!(await this.store.lock(tenant, key))) throw notFound('这个流程');
      const before = await this.store.draft(tenant, key);
      const overwrites = before !== null && (seen === null ? before.savedBy !== personId : seen !== before.revision);
      if (overwrites || (before === null && seen !== null && seen !== 0))
        throw stale({
          revision: before?.revision ?? 0,
          savedBy: before?.savedBy ?? null,
          savedAt: before?.savedAt ?? null,
        });
      const draft = {
        tenant,
        key,
        xml,
        revision: (before?.revision ?? 0) + 1,
        savedBy: personId,
        savedAt: this.clock.date(),
      };
      await this.store.saveDraft(draft);
      return draft;
    });
  }
}
