import { isFileAnchor, type ItemAnchor } from '@chengban/domain';
import { fieldsOf, type Evidence, type FormDefinition, type Round } from '@chengban/web';

/** Where an item points, as people say it: `进展情况`, `培训班次 第 3 行 人数`, `附件“签到表.pdf”`. */
export function placeWords(anchor: ItemAnchor | null, form: FormDefinition, files: readonly Evidence[]): string {
  if (anchor === null) return '整份报送';
  if (isFileAnchor(anchor)) {
    const file = files.find(({ id }) => id === anchor.evidenceId);
    return file ? `附件“${file.fileName}”` : '附件';
  }
  const field = fieldsOf(form).find(({ name }) => name === anchor.field);
  const column = field?.columns.find(({ name }) => name === anchor.column);
  const row = anchor.row === undefined ? '' : ` 第 ${anchor.row + 1} 行`;
  return `${field?.label ?? anchor.field}${row}${anchor.column === undefined ? '' : ` ${column?.label ?? anchor.column}`}`;
}

/** Every file that any of the rounds has, for the names of those that are gone since. */
export const filesOf = (rounds: readonly Round[]): Evidence[] => rounds.flatMap(({ evidence }) => evidence);
