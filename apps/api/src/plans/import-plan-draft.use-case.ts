import { Injectable } from '@nestjs/common';
import { fail, ok, type Actor, type Refusal, type Result } from '@chengban/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { UnitsReadModel } from '../people/units.read-model.js';
import { PlanDraftStore } from './plan-draft.store.js';
import { readDocument } from './read-document.js';

/** Reads an uploaded document and keeps it, with its reading, for a person to confirm. All of it or nothing. */
@Injectable()
export class ImportPlanDraftUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitsReadModel,
    private readonly drafts: PlanDraftStore,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the draft, or why the document cannot be read */
  async run(actor: Actor, fileName: string, bytes: Buffer): Promise<Result<string, Refusal>> {
    const { units, groups } = await this.units.register(actor.tenant);
    const knownUnits = [...units, ...groups].flatMap((unit) => [unit.name, ...(unit.aliases ?? [])]);
    const read = await readDocument(bytes, fileName, knownUnits);
    if (!read.ok) return fail(read.error);
    const id = uuid();
    await this.transactions.inTransaction((manager) =>
      this.drafts.add(manager, {
        tenant: actor.tenant,
        id,
        fileName,
        fileSha256: read.value.sha256,
        fileBytes: bytes,
        reading: read.value.reading,
        status: 'draft',
        revision: 1,
        planId: null,
        createdBy: actor.personId,
        createdAt: this.clock.date(),
        confirmedBy: null,
        confirmedAt: null,
      }),
    );
    return ok(id);
  }
}
