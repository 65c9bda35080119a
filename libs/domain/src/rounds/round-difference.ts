import { filledIn } from './blank.js';
import type { FileRef, RoundContent, RoundDifference } from './difference.js';
import { fileDifference } from './file-difference.js';
import { cellsOf } from './value-difference.js';

/** 对比: field by field and file by file, on the plain JSON that was handed in. */
export const roundDifference = <File extends FileRef>(
  first: RoundContent<File>,
  second: RoundContent<File>,
): RoundDifference<File> => ({
  fields: cellsOf(filledIn(first.data), filledIn(second.data)),
  files: fileDifference(first.evidence, second.evidence),
});

/** How many fields and files are not what they were. */
export function changeCounts({ fields, files }: RoundDifference): { readonly fields: number; readonly files: number } {
  return { fields: Object.keys(fields).length, files: files.filter(({ op }) => op !== 'same').length };
}
