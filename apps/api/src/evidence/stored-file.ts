import type { ReadStream } from 'node:fs';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '../http/problems/problem.js';
import type { BlobStore } from './blob-store.js';
import type { TakenFile } from './file-intake.js';
import { contentDisposition } from './file-name.js';

/** @throws Problem 410 when the row is there and the file is not */
export const openFile = (
  blobs: BlobStore,
  tenant: string,
  { sha256, fileName }: Pick<TakenFile, 'sha256' | 'fileName'>,
): Promise<ReadStream> =>
  blobs.open(tenant, sha256).catch(() => {
    throw new Problem({
      status: 410,
      code: 'file-missing',
      title: `附件“${fileName}”的文件不在了`,
      detail: '请联系系统管理员从备份中恢复。',
    });
  });

/** A download. Never shown inside a page of ours: what a file contains must not run with the reader's session. */
export function sendFile(reply: FastifyReply, file: Omit<TakenFile, 'sha256'>, stream: ReadStream): StreamableFile {
  void reply.header('X-Content-Type-Options', 'nosniff');
  void reply.header('Content-Security-Policy', "default-src 'none'; sandbox");
  void reply.header('Cache-Control', 'private, no-store');
  const { mediaType: type, fileName, size: length } = file;
  return new StreamableFile(stream, { type, disposition: contentDisposition(fileName), length });
}
