import { open } from 'node:fs/promises';
import type { Refusal, Result } from '@chengban/domain';
import { fail, ok } from '@chengban/domain';
import { fileTypeFromFile } from 'file-type';
import { compoundFileNames, zipEntryNames } from './container-names.js';
import { isTextFile } from './text-check.js';

/** What a file may be, by the extension of its name: the media type we answer with, and the content it must have. */
const KINDS: Readonly<
  Record<string, { readonly mediaType: string; readonly content: Content; readonly inside?: string[] }>
> = {
  pdf: { mediaType: 'application/pdf', content: 'pdf' },
  png: { mediaType: 'image/png', content: 'png' },
  jpg: { mediaType: 'image/jpeg', content: 'jpg' },
  jpeg: { mediaType: 'image/jpeg', content: 'jpg' },
  mp4: { mediaType: 'video/mp4', content: 'mp4' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: 'zip',
    inside: ['word/document.xml'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: 'zip',
    inside: ['xl/workbook.xml'],
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    content: 'zip',
    inside: ['ppt/presentation.xml'],
  },
  ofd: { mediaType: 'application/ofd', content: 'zip', inside: ['OFD.xml'] },
  zip: { mediaType: 'application/zip', content: 'zip' },
  doc: { mediaType: 'application/msword', content: 'cfb', inside: ['WordDocument'] },
  wps: { mediaType: 'application/vnd.ms-works', content: 'cfb', inside: ['WordDocument'] },
  xls: { mediaType: 'application/vnd.ms-excel', content: 'cfb', inside: ['Workbook', 'Book'] },
  et: { mediaType: 'application/vnd.ms-excel', content: 'cfb', inside: ['Workbook', 'Book'] },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', content: 'cfb', inside: ['PowerPoint Document'] },
  txt: { mediaType: 'text/plain', content: 'text' },
  csv: { mediaType: 'text/csv', content: 'text' },
};

type Content = 'pdf' | 'png' | 'jpg' | 'mp4' | 'zip' | 'cfb' | 'text';

const ALLOWED_EXTENSIONS = Object.keys(KINDS);

const CURE = `请上传以下类型的文件：${ALLOWED_EXTENSIONS.join('、')}。`;

const extensionOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';

/**
 * Decides by content, never by the word of the browser: the file at `path` must be what its name says.
 * @returns the media type to store and to answer with, or why the file is not taken
 */
export async function kindOfFile(path: string, fileName: string, size: number): Promise<Result<string, Refusal>> {
  const extension = extensionOf(fileName);
  const kind = Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
  if (!kind)
    return fail({
      code: 'file-type-not-allowed',
      message: extension ? `不能上传“.${extension}”类型的文件。` : '文件名没有扩展名，无法确定文件类型。',
      cure: CURE,
      field: 'file',
    });
  const agrees = kind.content === 'text' ? await isTextFile(path) : await contentAgrees(path, size, kind);
  if (agrees) return ok(kind.mediaType);
  return fail({
    code: 'file-content-mismatch',
    message: `文件“${fileName}”的内容不是有效的 ${extension} 文件，可能已损坏，或改过扩展名。`,
    cure: `请用原来的软件打开检查后重新保存，再上传。${CURE}`,
    field: 'file',
  });
}

async function contentAgrees(
  path: string,
  size: number,
  kind: { content: Content; inside?: string[] },
): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(8);
    await file.read(head, 0, 8, 0);
    // containers are recognised here: file-type looks only at the first entries, which some office programs order otherwise
    if (kind.content === 'zip') {
      if (head.readUInt16LE(0) !== 0x4b50) return false;
      const names = await zipEntryNames(file, size);
      return names.length > 0 && (kind.inside?.some((name) => names.includes(name)) ?? true);
    }
    if (kind.content === 'cfb') {
      if (head.toString('hex') !== 'd0cf11e0a1b11ae1') return false;
      const names = await compoundFileNames(file, size);
      return kind.inside?.some((name) => names.includes(name)) ?? true;
    }
  } finally {
    await file.close();
  }
  return (await fileTypeFromFile(path))?.ext === kind.content;
}
