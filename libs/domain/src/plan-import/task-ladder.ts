import type { Finding } from '../shared/finding.js';
import { readNumber } from './numbering.js';
import type { Level } from './numbering.js';
import type { CellPosition } from './plan-reading.js';

const NAMES: Readonly<Record<Level, string>> = { keyTask: '重点任务', workTask: '工作任务', measure: '主要措施' };

/** One numbered thing of a level, at the cell where it first stands. */
export interface Rung {
  readonly no: number;
  readonly title: string;
  readonly at: CellPosition;
}

/**
 * Collects one level of the plan in document order and says what is wrong with its numbers. A cell that repeats the
 * rung before it (a page break) is that rung. When no cell of the level has a number, they are counted.
 */
export class TaskLadder {
  readonly rungs: Rung[] = [];
  readonly findings: Finding[] = [];

  constructor(
    private readonly level: Level,
    private readonly numbered: boolean,
  ) {}

  /** The rung that the text names (`mayRepeat`: perhaps the one before, again); undefined (with a finding) when its number cannot be used. */
  add(text: string, repaired: (rest: string) => string, at: CellPosition, mayRepeat: boolean): Rung | undefined {
    const last = this.rungs.at(-1);
    const number = this.numbered ? readNumber(text, this.level) : undefined;
    if (this.numbered && !number) {
      this.report('number-missing', 'error', `「${text.slice(0, 20)}」没有编号，没有读取。`, '请补上编号。', at);
      return undefined;
    }
    const title = repaired(number?.rest ?? text);
    if (last && mayRepeat && last.title === title && (!number || number.no === last.no)) return last;
    const no = number?.no ?? (last?.no ?? 0) + 1;
    if (!this.numbered && !last)
      this.report(
        'numbers-assigned',
        'warning',
        '整列没有编号，已按出现的先后顺序编号。',
        '请核对编号与原件是否一致。',
        at,
      );
    if (title === '') {
      this.report('title-missing', 'error', `第 ${no} 项没有内容，没有读取。`, '请补上内容。', at);
      return undefined;
    }
    const same = this.rungs.find((rung) => rung.no === no);
    if (same) {
      this.report(
        'number-duplicate',
        'error',
        `编号 ${no} 重复，第 ${same.at.row} 行已经用过，没有读取这一项。`,
        '请改正编号。',
        at,
      );
      return undefined;
    }
    const before = last?.no ?? 0;
    const expected = before + 1;
    if (no > expected)
      this.report('number-gap', 'warning', `缺少编号 ${range(expected, no - 1)}。`, '请对照原件核对是否漏了内容。', at);
    if (no < expected) this.report('number-order', 'warning', `编号 ${no} 排在 ${before} 之后。`, '请核对顺序。', at);
    const rung = { no, title, at };
    this.rungs.push(rung);
    return rung;
  }

  private report(code: string, severity: Finding['severity'], message: string, cure: string, at: CellPosition): void {
    this.findings.push({ code, severity, message: `${NAMES[this.level]}：${message}`, cure, at });
  }
}

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}—${to}`);
