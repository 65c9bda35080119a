import type { KeyTask, WorkTask } from '../plan/measure.js';
import type { Finding } from '../shared/finding.js';
import { CellReader } from './cell-reader.js';
import { COLUMN_TITLES } from './columns.js';
import type { ColumnName } from './columns.js';
import { dataRows } from './data-rows.js';
import type { DataRow } from './data-rows.js';
import { DEFAULT_DEADLINE_POLICY } from './deadline/deadline-policy.js';
import type { DeadlinePolicy } from './deadline/deadline-policy.js';
import { readDeadline } from './deadline/read-deadline.js';
import type { DocumentTable } from './document-table.js';
import { readNumber } from './numbering.js';
import type { Level } from './numbering.js';
import type { PlanReading, ReadMeasure } from './plan-reading.js';
import { TEXT_REPAIRS, UNIT_REPAIRS } from './repairs/repair-cell.js';
import { TaskLadder } from './task-ladder.js';
import { readUnits, unitWords } from './units-cell.js';
import type { UnitEvidence } from './units-cell.js';

export interface ReadPlanOptions {
  readonly deadlines?: DeadlinePolicy;
  /** names that the unit register has: they prove that two words are one name */
  readonly knownUnits?: readonly string[];
}

/**
 * Document → proposal. Repairs what has one reading, reports everything else with its position; never throws for what
 * stands in a document. Zero measures is a reading with an error finding and empty lists.
 */
export function readPlan(table: DocumentTable, options: ReadPlanOptions = {}): PlanReading {
  const { title, rows, findings: rowFindings } = dataRows(table);
  const cells = new CellReader();
  const keyTasks = new TaskLadder('keyTask', isNumbered(rows, 'keyTask', 'keyTask'));
  const workTasks = new TaskLadder('workTask', isNumbered(rows, 'workTask', 'workTask'));
  const measureRungs = new TaskLadder('measure', isNumbered(rows, 'text', 'measure'));
  const evidence = gatherEvidence(rows, options.knownUnits ?? []);
  const findings: Finding[] = [];
  const measures: ReadMeasure[] = [];
  const parents = new Map<number, number>();
  const missing = (row: DataRow, name: ColumnName): void =>
    void findings.push({
      code: 'cell-missing',
      severity: 'error',
      message: `「${COLUMN_TITLES[name]}」是空的。`,
      cure: '请补上这一格；如果与上一行相同，请写出来或合并单元格。',
      at: row.position(name),
    });

  let keyTask: number | undefined;
  let workTask: number | undefined;
  let above: DataRow | undefined;
  for (const row of rows) {
    const cell = (name: ColumnName): string => cells.bare(row, name);
    const climb = (ladder: TaskLadder, name: ColumnName, text: string): number | undefined =>
      ladder.add(text, (rest) => cells.repair(rest, row, name, TEXT_REPAIRS), row.position(name))?.no;

    const keyText = cell('keyTask');
    if (keyText !== '') {
      const next = climb(keyTasks, 'keyTask', keyText);
      if (next !== keyTask) workTask = undefined;
      keyTask = next;
    }
    const workText = cell('workTask');
    if (workText !== '') {
      workTask = climb(workTasks, 'workTask', workText);
      if (workTask !== undefined && keyTask !== undefined && !parents.has(workTask)) parents.set(workTask, keyTask);
    }
    const source = sourceOf(row, above);
    above = source;
    const text = cell('text');
    if (text === '') {
      missing(row, 'text');
      continue;
    }
    const no = climb(measureRungs, 'text', text);
    if (no === undefined) continue;
    if (keyTask === undefined) missing(row, 'keyTask');
    if (workTask === undefined) missing(row, 'workTask');
    if (keyTask === undefined || workTask === undefined) continue;

    const unitText = cells.repair(source.cell('units'), source, 'units', UNIT_REPAIRS);
    if (unitText === '') missing(row, 'units');
    const units = readUnits(unitText, row.position('units'), evidence);
    const deadlineText = cells.repair(source.cell('deadline'), source, 'deadline', TEXT_REPAIRS);
    if (deadlineText === '') missing(row, 'deadline');
    const deadline = readDeadline(deadlineText, row.position('deadline'), options.deadlines ?? DEFAULT_DEADLINE_POLICY);
    cells.repairs.push(...units.repairs);
    findings.push(...units.findings, ...(deadlineText === '' ? [] : deadline.findings));
    measures.push({
      no,
      keyTask,
      workTask,
      text: measureRungs.rungs.at(-1)!.title,
      units: units.units,
      deadline: deadline.deadline,
      source: {
        row: row.row,
        ...(row.line !== undefined && { line: row.line }),
        cells: { text: row.cell('text'), units: row.cell('units'), deadline: row.cell('deadline') },
      },
    });
  }
  const ladders = [keyTasks, workTasks, measureRungs];
  if (measures.length === 0 && rowFindings.length === 0)
    findings.push({
      code: 'no-measures',
      severity: 'error',
      message: '表格里没有读到任何措施。',
      cure: '请确认表头下面有内容。',
    });
  return {
    title,
    keyTasks: keyTasks.rungs.map(({ no, title: name }): KeyTask => ({ no, title: name })),
    workTasks: workTasks.rungs.map(({ no, title: name }): WorkTask => ({
      no,
      keyTask: parents.get(no) ?? 0,
      title: name,
    })),
    measures,
    repairs: cells.repairs,
    findings: inDocumentOrder([...rowFindings, ...ladders.flatMap((l) => l.findings), ...cells.findings, ...findings]),
  };
}

/** True when at least one cell of the column begins with a number of its level's style. */
const isNumbered = (rows: readonly DataRow[], name: ColumnName, level: Level): boolean =>
  rows.some(
    (row) =>
      readNumber(
        row
          .cell(name)
          .replace(/<[^<>]*>/gu, '')
          .trim(),
        level,
      ) !== undefined,
  );

/** The row, its cells of units and deadline taken from above where the document merged them. */
function sourceOf(row: DataRow, above: DataRow | undefined): DataRow {
  const inherits = (name: ColumnName): boolean =>
    above !== undefined &&
    (name === 'units' || name === 'deadline') &&
    row.cell(name).trim() === '' &&
    row.continues(name);
  return { ...row, cell: (name) => (inherits(name) ? above!.cell(name) : row.cell(name)) };
}

function gatherEvidence(rows: readonly DataRow[], knownUnits: readonly string[]): UnitEvidence {
  const full = (text: string): string =>
    text
      .replace(/<[^<>]*>/gu, ' ')
      .replaceAll('(', '（')
      .replaceAll(')', '）');
  const words = new Set([...knownUnits, ...rows.flatMap((row) => unitWords(full(row.cell('units'))))]);
  return { words, text: rows.map((row) => full(row.cell('text')) + '\n' + full(row.cell('deadline'))).join('\n') };
}

const inDocumentOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.at?.row ?? 0) - (b.at?.row ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
