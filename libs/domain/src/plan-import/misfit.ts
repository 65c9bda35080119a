import type { Finding } from '../shared/finding.js';
import type { Columns } from './columns.js';

type Misfit = Omit<Finding, 'at'>;

const PAGE_NUMBER = /^[-—–\s]*第?\s*\d{1,4}\s*页?[-—–\s]*$/u;

/** True for 「— 3 —」: the only line inside a table that is dropped without a word. */
export const isPageNumber = (cells: readonly string[]): boolean => PAGE_NUMBER.test(cells.join(' ').trim());

/** Why a row (its cells trimmed, at least one filled) cannot be laid on the columns; undefined when it can. */
export function misfit(cells: readonly string[], columns: Columns): Misfit | undefined {
  const needed = Math.max(...Object.values(columns.at)) + 1;
  const filled = cells.filter((cell) => cell !== '');
  const sample = filled.join('').slice(0, 20);
  if (filled.length === 1 && cells.length < needed)
    return {
      code: 'stray-row',
      severity: 'warning',
      message: `表格中间的「${sample}」不是措施，没有读取。`,
      cure: '如果它属于某项措施，请并入那一格。',
    };
  if (cells.length < needed)
    return {
      code: 'row-incomplete',
      severity: 'error',
      message: `「${sample}」这一行只有 ${cells.length} 格，表头有 ${needed} 格，没有读取。`,
      cure: '请补齐这一行缺少的单元格。',
    };
  if (cells.slice(columns.width).some((cell) => cell !== ''))
    return {
      code: 'row-too-wide',
      severity: 'error',
      message: `「${sample}」这一行比表头多出有内容的单元格，没有读取。`,
      cure: '请检查这一行是否多了一个分隔或合并错了单元格。',
    };
  return undefined;
}
