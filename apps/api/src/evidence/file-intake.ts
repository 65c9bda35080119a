import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Transactions } from '../database/transactions.js';
import { tooLarge } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import type { IncomingFile } from '../http/uploaded-file.js';
import { BlobStore, type TemporaryFile } from './blob-store.js';
import { EvidenceStore } from './evidence.store.js';
import { kindOfFile } from './file-kind.js';
import { cleanFileName } from './file-name.js';

/** A file that came in whole and is what its name says. */
export interface TakenFile {
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  /** decided by content */
  readonly mediaType: string;
}

/** Takes files from outside: streamed to disk, measured and hashed on the way, then judged by their content. */
@Injectable()
export class FileIntake {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly blobs: BlobStore,
    private readonly store: EvidenceStore,
  ) {}

  /**
   * @param keep writes the row that refers to the content, in one transaction with it
   * @throws Problem 413 `too-large` · 422 `file-empty`, `file-type-not-allowed`, `file-content-mismatch` …
   */
  async take<Kept>(
    tenant: string,
    { fileName, stream }: IncomingFile,
    keep: (file: TakenFile) => Promise<Kept>,
  ): Promise<Kept> {
    const name = cleanFileName(fileName);
    if (!name.ok) {
      stream.resume();
      throw Problem.from(name.error);
    }
    const temporary = await this.blobs.receive(stream).catch((fault: unknown) => {
      throw explained(fault);
    });
    try {
      if (stream.truncated) throw tooLarge(`${this.settings.MAX_UPLOAD_MB} MB`);
      if (temporary.size === 0) throw empty(name.value);
      const kind = await kindOfFile(temporary.path, name.value, temporary.size);
      if (!kind.ok) throw Problem.from(kind.error);
      const { size, sha256 } = temporary;
      return await this.keep(tenant, temporary, () =>
        keep({ fileName: name.value, size, sha256, mediaType: kind.value }),
      );
    } finally {
      await this.blobs.discard(temporary);
    }
  }

  /** Gives up one reference to a content; the last one takes the file with it. Call it in the transaction that drops the row. */
  async release(tenant: string, sha256: string): Promise<void> {
    if (await this.store.releaseBlob(tenant, sha256)) await this.blobs.remove(tenant, sha256);
  }

  private keep<Kept>(tenant: string, file: TemporaryFile, row: () => Promise<Kept>): Promise<Kept> {
    return this.transactions.inTransaction(async () => {
      await this.store.holdBlob(tenant, file.sha256, file.size);
      const kept = await row();
      // last, and repeatable: a transaction that fails here leaves at most a file that nobody refers to
      await this.blobs.keep(tenant, file);
      return kept;
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
