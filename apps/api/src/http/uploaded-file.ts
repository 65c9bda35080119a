import type { Readable } from 'node:stream';
import type { ApiRequest } from './request.js';
import { Problem } from './problems/problem.js';
import { invalidInput, tooLarge } from './problems/common-problems.js';

const MB = 1024 * 1024;

/** A file on its way in. `stream.truncated` turns true when it was longer than allowed. */
export interface IncomingFile {
  readonly fileName: string;
  readonly stream: Readable & { readonly truncated: boolean };
}

/**
 * The single `file` of a multipart form, still to be read.
 * @throws Problem 415 when the request is no form, 400 when it has no file or the file's name is unusable
 */
export async function incomingFile(request: ApiRequest, maxBytes: number): Promise<IncomingFile> {
  if (!request.isMultipart())
    throw new Problem({
      status: 415,
      code: 'unsupported-media-type',
      title: '请以上传文件的方式提交',
      detail: '请在页面上选择文件；通过接口提交时使用 multipart/form-data，字段名为 file。',
    });
  const part = await request.file({ limits: { fileSize: maxBytes } });
  if (!part || part.fieldname !== 'file') throw invalidInput([{ field: 'file', message: '请选择要上传的文件' }]);
  return { fileName: checkedName(part.filename), stream: part.file };
}

/** The whole file in memory: for documents that are read at once, never for evidence. */
export async function fileBytes(file: IncomingFile, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.stream) chunks.push(chunk as Buffer);
  if (file.stream.truncated) throw tooLarge(`${Math.floor(maxBytes / MB)} MB`);
  return Buffer.concat(chunks);
}

/** The last part of the name that the browser gave: no folders, no control characters. */
function checkedName(given: string): string {
  const name = given.split(/[/\\]/).at(-1)?.normalize('NFC').trim() ?? '';
  const fault =
    name === ''
      ? '文件没有名字，请改名后再上传'
      : [...name].length > 255
        ? '文件名太长，请缩短到 255 个字以内再上传'
        : /\p{Cc}/u.test(name)
          ? '文件名中有不可见的字符，请改名后再上传'
          : null;
  if (fault !== null) throw invalidInput([{ field: 'file', message: fault }]);
  return name;
}
