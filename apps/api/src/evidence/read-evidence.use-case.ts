import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { subject } from '@casl/ability';
import type { AppAbility } from '@chengban/domain';
import { notFound } from '../http/problems/common-problems.js';
import { BlobStore } from './blob-store.js';
import { EvidenceReadModel, type EvidenceRecord } from './evidence.read-model.js';
import { openFile } from './stored-file.js';

/** A file for those who may see what rests on it; before a round does, for the unit that brought it. */
@Injectable()
export class ReadEvidenceUseCase {
  constructor(
    private readonly evidence: EvidenceReadModel,
    private readonly blobs: BlobStore,
  ) {}

  /** @throws Problem 404 · 410 when the file itself is missing */
  async execute(
    ability: AppAbility,
    tenant: string,
    id: string,
  ): Promise<{ record: EvidenceRecord; stream: ReadStream }> {
    const record = await this.evidence.find(tenant, id);
    if (!record || !mayRead(ability, tenant, record)) throw notFound('这个附件');
    return { record, stream: await openFile(this.blobs, tenant, record) };
  }
}

export function mayRead(ability: AppAbility, tenant: string, record: EvidenceRecord): boolean {
  const { unitId, readerUnitIds, readerPersonIds, tasks, used } = record;
  const fields = {
    tenant,
    unitId,
    readerUnitIds: [...readerUnitIds],
    readerPersonIds: [...readerPersonIds],
    tasks: [...tasks],
  };
  if (used) return ability.can('read', subject('Evidence', fields) as never);
  // like the draft that it belongs to
  return ability.can('readDraft', subject('Submission', fields) as never);
}
