import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { v7 } from 'uuid';
import { requireOn } from '../access/require-ability.js';
import { Settings } from '../config/settings.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { notFound, tooLarge } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import type { IncomingFile } from '../http/uploaded-file.js';
import { ObligationsReadModel } from '../plans/obligations.read-model.js';
import { HandledTasksReadModel } from '../tasks/handled-tasks.read-model.js';
import { BlobStore, type TemporaryFile } from './blob-store.js';
import type { EvidenceItem } from './evidence.read-model.js';
import { EvidenceStore } from './evidence.store.js';
import { cleanFileName } from './file-name.js';
import { kindOfFile } from './file-kind.js';

export interface UploadEvidence {
  readonly actor: Actor;
  readonly ability: AppAbility;
  readonly obligationId: string;
  /** called once the actor may upload: only then is the body worth reading */
  readonly incoming: () => Promise<IncomingFile>;
}

/** Takes a file for an obligation: streamed to disk, measured and hashed on the way, then judged by its content. */
@Injectable()
export class UploadEvidenceUseCase {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly obligations: ObligationsReadModel,
    private readonly tasks: HandledTasksReadModel,
    private readonly blobs: BlobStore,
    private readonly store: EvidenceStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403 · 413 `too-large` · 422 `file-empty`, `file-type-not-allowed`, `file-content-mismatch` … */
  async execute({ actor, ability, obligationId, incoming }: UploadEvidence): Promise<EvidenceItem> {
    const obligation = await this.obligations.find({ actor, ability }, obligationId);
    if (!obligation) throw notFound('这个承办事项');
    const { unit, readerUnitIds } = obligation;
    const tasks = await this.tasks.ofObligation(actor.tenant, obligationId);
    const place = { tenant: actor.tenant, unitId: unit.id, readerUnitIds, tasks };
    requireOn(ability, 'create', 'Evidence', place, `只有${unit.name}的经办人可以上传附件`);
    const file = await incoming();
    const name = cleanFileName(file.fileName);
    if (!name.ok) {
      file.stream.resume();
      throw Problem.from(name.error);
    }
    const temporary = await this.blobs.receive(file.stream).catch((fault: unknown) => {
      throw explained(fault);
    });
    try {
      if (file.stream.truncated) throw tooLarge(`${this.settings.MAX_UPLOAD_MB} MB`);
      if (temporary.size === 0) throw empty(name.value);
      const kind = await kindOfFile(temporary.path, name.value, temporary.size);
      if (!kind.ok) throw Problem.from(kind.error);
      return await this.keep(
        actor,
        { obligationId, unitId: unit.id, fileName: name.value, mediaType: kind.value },
        temporary,
      );
    } finally {
      await this.blobs.discard(temporary);
    }
  }

  private keep(
    { tenant, personId, name }: Actor,
    facts: { obligationId: string; unitId: string; fileName: string; mediaType: string },
    file: TemporaryFile,
  ): Promise<EvidenceItem> {
    const { size, sha256 } = file;
    const row = { ...facts, tenant, id: v7(), size, sha256, uploadedBy: personId, uploadedAt: this.clock.date() };
    return this.transactions.inTransaction(async () => {
      await this.store.holdBlob(tenant, sha256, size);
      await this.store.insert(row);
      // last, and repeatable: a transaction that fails here leaves at most a file that nobody refers to
      await this.blobs.keep(tenant, file);
      const { id, fileName, mediaType, uploadedAt } = row;
      return { id, fileName, size, sha256, mediaType, uploadedBy: { id: personId, name }, uploadedAt };
    });
  }
}

/** What can befall a file on its way that is nobody's fault here; anything else stays a fault. */
function explained(fault: unknown): unknown {
  const { code, message } = fault as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Problem({
      status: 507,
      code: 'disk-full',
      title: '服务器的磁盘空间不足，文件没有保存',
      detail: '请联系系统管理员清理空间后再上传。',
    });
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || message === 'aborted')
    return new Problem({
      status: 400,
      code: 'upload-broken',
      title: '上传中断，文件没有保存',
      detail: '请检查网络后重新上传。',
    });
  return fault;
}

const empty = (name: string): Problem =>
  new Problem({
    status: 422,
    code: 'file-empty',
    title: `文件“${name}”是空的（0 字节）`,
    detail: '请检查文件能否正常打开，重新保存后再上传。',
    field: 'file',
  });
