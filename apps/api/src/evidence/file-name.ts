import type { Refusal, Result } from '@chengban/domain';
import { fail, ok } from '@chengban/domain';

const MAX_NAME = 255;
/** Control characters, and the marks that turn «fdp.exe» around on the screen. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** The name as it is stored and shown: the last part of any path, composed characters, nothing invisible, nothing a shell minds. */
export function cleanFileName(given: string | undefined): Result<string, Refusal> {
  const name = (given ?? '')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/^.*[\\/]/, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .trim()
    .replace(/[. ]+$/, '');
  if (name === '')
    return fail({
      code: 'file-name-missing',
      message: '上传的文件没有文件名。',
      cure: '请给文件取一个名称后再上传。',
      field: 'file',
    });
  if ([...name].length > MAX_NAME)
    return fail({
      code: 'file-name-too-long',
      message: `文件名有 ${[...name].length} 个字，超过了 ${MAX_NAME} 个字。`,
      cure: '请把文件名改短后再上传。',
      field: 'file',
    });
  return ok(name);
}

/** RFC 6266: an ASCII name for old clients, and the real one percent-encoded as UTF-8 (RFC 5987). */
export function contentDisposition(fileName: string): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(fileName)?.[0] ?? '';
  const ascii = /^[\x20-\x7e]+$/.test(fileName) ? fileName.replace(/["\\%]/g, '_') : `file${extension}`;
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
