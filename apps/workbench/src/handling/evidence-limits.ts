import { formatSize } from '@chengban/web';

const MAX_BYTES = 200 * 1024 * 1024;
const MAX_NAME = 255;
const ENDINGS = [
  'pdf',
  'ofd',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ppt',
  'pptx',
  'wps',
  'et',
  'png',
  'jpg',
  'jpeg',
  'txt',
  'csv',
  'zip',
  'mp4',
];

export const acceptedEndings = ENDINGS.map((ending) => `.${ending}`).join(',');
export const evidenceHint = `可上传 PDF、OFD、Word、Excel、PPT、WPS、图片、文本、压缩包、MP4，每个不超过 ${formatSize(MAX_BYTES).replace('.0', '')}`;

/** Why a file need not be sent at all; the server looks at its content and decides. */
export function refusalOf(file: Pick<File, 'name' | 'size'>): string | null {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (file.size === 0) return '文件是空的，请检查后重新选择。';
  if (file.size > MAX_BYTES)
    return `文件有 ${formatSize(file.size)}，超过 ${formatSize(MAX_BYTES)}，请压缩或拆分后再上传。`;
  if (file.name.length > MAX_NAME) return `文件名超过 ${MAX_NAME} 个字，请改短后再上传。`;
  if (!ENDINGS.includes(ending)) return '不支持这种文件，请转换为 PDF 或办公文档后再上传。';
  return null;
}
