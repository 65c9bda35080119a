import { open } from 'node:fs/promises';
import { fail, ok } from '@chengban/domain';
import type { Refusal, Result } from '@chengban/domain';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件',
  EISDIR: '这是一个文件夹，不是文件',
  EACCES: '没有读取这个文件的权限',
  EPERM: '没有读取这个文件的权限',
  ENAMETOOLONG: '文件名太长',
};

/** At most `limit` + 1 bytes: a file of any size shows that it is too long without being read to its end. */
export async function readInputFile(path: string, limit: number): Promise<Result<Buffer, Refusal>> {
  try {
    await using file = await open(path, 'r');
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ end: limit, autoClose: false }) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
    }
    return ok(Buffer.concat(chunks, length));
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (!reason) throw error;
    return fail({ code: 'file-unreadable', message: `${reason}：${path}。`, cure: '请检查路径是否写对。' });
  }
}
