export type FileKind =
  { readonly kind: 'zip' | 'compound' | 'text' } | { readonly kind: 'other'; readonly name: string };

const latin = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));

const ZIP = [latin('PK\x03\x04'), latin('PK\x05\x06')];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What people upload by mistake; the list only serves a clearer answer, unknown binary is refused as no text. */
const OTHERS: readonly (readonly [readonly number[], string])[] = [
  [latin('%PDF'), 'PDF 文件'],
  [latin('MZ'), 'Windows 程序'],
  [latin('\x7fELF'), 'Linux 程序'],
  [latin('\x89PNG'), '图片'],
  [[0xff, 0xd8, 0xff], '图片'],
  [latin('GIF8'), '图片'],
  [latin('BM'), '图片'],
  [latin('II*\0'), '图片'],
  [latin('MM\0*'), '图片'],
  [latin('{\\rtf'), 'RTF 文档'],
  [latin('Rar!'), '压缩包'],
  [latin('7z\xbc\xaf'), '压缩包'],
  [[0x1f, 0x8b], '压缩包'],
  [latin('<!DOCTYPE html'), '网页'],
  [latin('<html'), '网页'],
  [latin('<?xml'), 'XML 文件'],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  bytes.length >= signature.length && signature.every((value, index) => bytes[index] === value);

/** By content only: names lie. `text` means «nothing else», it still has to decode. */
export function detectKind(bytes: Uint8Array): FileKind {
  if (ZIP.some((signature) => startsWith(bytes, signature))) return { kind: 'zip' };
  if (startsWith(bytes, COMPOUND)) return { kind: 'compound' };
  const other = OTHERS.find(([signature]) => startsWith(bytes, signature));
  // two letters are too little to call a text a picture or a program: those files hold zero bytes early on
  if (other && (other[0].length > 2 || bytes.subarray(0, 512).includes(0))) return { kind: 'other', name: other[1] };
  return { kind: 'text' };
}
