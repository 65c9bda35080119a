import type { Finding } from '../shared/finding.js';
import type { CellPosition, Repair } from './plan-reading.js';
import { splitOutsideBrackets } from './split-outside-brackets.js';
import type { UnitEvidence } from './unit-evidence.js';

export interface ReadUnits {
  readonly units: readonly string[];
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
}

const SEPARATOR = /[\s、，,；;]/u;
const ROLE = /^(?:牵头|责任|配合|协办|主办)(?:单位|部门)?：/u;
/** endings of a complete unit name; a word without one cannot stand alone */
const ENDING =
  /.(局|厅|委|办|院|所|队|室|单位|部门|机构|政府|中心|公司|学校|集团|站|处|科|会|馆|部|社|街道|镇|乡|区|市|县|）)$/u;
/** no authority has a longer name */
const LONGEST_NAME = 40;
/** beginnings of a new name, so never the second half of a broken one */
const BEGINNING = /^(市|县|区|省|各|其他|有关)/u;

export const unitWords = (text: string): readonly string[] =>
  splitOutsideBrackets(text, (character) => SEPARATOR.test(character));

function joinable(first: string, second: string, evidence: UnitEvidence): 'proven' | 'likely' | undefined {
  const joined = first + second;
  if (joined.length > LONGEST_NAME) return undefined;
  if (second.startsWith('（') || evidence.words.has(joined)) return 'proven';
  if (ENDING.test(first) || BEGINNING.test(second) || !ENDING.test(joined)) return undefined;
  return evidence.text.includes(joined) ? 'proven' : 'likely';
}

/** Reads a cell of 责任单位 (marks already repaired): words apart by spaces or marks, a name broken over two words joined. */
export function readUnits(text: string, at: CellPosition, evidence: UnitEvidence): ReadUnits {
  const names: string[] = [];
  const repairs: Repair[] = [];
  const findings: Finding[] = [];
  const warn = (code: string, message: string, cure: string): void =>
    void findings.push({ code, severity: 'warning', message, cure, at });

  for (const written of unitWords(text)) {
    const word = written.replace(ROLE, '');
    if (word !== written)
      warn(
        'unit-role-dropped',
        `「${written}」带有分工说明，现按各单位分别负责读取。`,
        '请确认各单位是否都要分别报送。',
      );
    const last = names.at(-1);
    const how = last === undefined ? undefined : joinable(last, word, evidence);
    if (last === undefined || how === undefined) {
      if (word !== '') names.push(word);
      continue;
    }
    const after = last + word;
    names.splice(-1, 1, after);
    repairs.push({
      code: 'unit-name-joined',
      message: '被拆成两段的单位名称已合并。',
      at,
      before: `${last} ${word}`,
      after,
    });
    if (how === 'likely')
      warn(
        'unit-join-to-confirm',
        `「${after}」由前后两段合并而成，清单别处没有出现过这个名称。`,
        '请确认这是一个单位；如果是两个，请分开填写。',
      );
  }
  const units = [...new Set(names)];
  for (const name of units) {
    if (!ENDING.test(name)) warn('unit-name-doubtful', `「${name}」不像完整的单位名称。`, '请对照原件核对单位名称。');
    if (names.indexOf(name) !== names.lastIndexOf(name))
      warn('unit-repeated', `「${name}」在同一格中重复出现，只保留一次。`, '请核对是否漏写了别的单位。');
  }
  return { units, repairs, findings };
}
