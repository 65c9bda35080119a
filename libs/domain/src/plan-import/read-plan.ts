import type { Finding } from '../shared/finding.js';
import { CellReader } from './cell-reader.js';
import type { ColumnName } from './columns.js';
import { dataRows } from './data-rows.js';
import type { DataRow } from './data-rows.js';
import { DEFAULT_DEADLINE_POLICY } from './deadline/deadline-policy.js';
import type { DeadlinePolicy } from './deadline/deadline-policy.js';
import type { DocumentTable } from './document-table.js';
import { readDeadlineOf, readUnitsOf, sourceOf, withMergedCells } from './measure-cells.js';
import { readNumber } from './numbering.js';
import type { Level } from './numbering.js';
import type { PlanReading, ReadMeasure } from './plan-reading.js';
import { TEXT_REPAIRS } from './repairs/repair-cell.js';
import { TaskLadder } from './task-ladder.js';
import type { Rung } from './task-ladder.js';
import { gatherEvidence } from './unit-evidence.js';

export interface ReadPlanOptions {
  readonly deadlines?: DeadlinePolicy;
  /** names that the unit register has: they prove that two words are one name */
  readonly knownUnits?: readonly string[];
}

/**
 * Document → proposal. Repairs what has one reading, reports everything else with its position; never throws for what
 * stands in a document. A table without measures is a reading with an error finding and empty lists.
 */
export function readPlan(table: DocumentTable, options: ReadPlanOptions = {}): PlanReading {
  const { title, rows, findings: rowFindings } = dataRows(table);
  const cells = new CellReader();
  const keyTasks = ladderOf(rows, 'keyTask', 'keyTask');
  const workTasks = ladderOf(rows, 'workTask', 'workTask');
  const texts = ladderOf(rows, 'text', 'measure');
  const evidence = gatherEvidence(rows, options.knownUnits ?? []);
  const measures: ReadMeasure[] = [];
  const parents = new Map<number, number>();

  let keyTask: number | undefined;
  let workTask: number | undefined;
  let above: DataRow | undefined;
  for (const row of rows) {
    const climb = (ladder: TaskLadder, name: ColumnName, text: string, mayRepeat: boolean): Rung | undefined =>
      ladder.add(text, (rest) => cells.repair(rest, row, name, TEXT_REPAIRS), row.position(name), mayRepeat);

    const keyText = cells.bare(row, 'keyTask');
    if (keyText !== '') {
      const next = climb(keyTasks, 'keyTask', keyText, true)?.no;
      if (next !== keyTask) workTask = undefined;
      keyTask = next;
    }
    const workText = cells.bare(row, 'workTask');
    if (workText !== '') workTask = climb(workTasks, 'workTask', workText, workTask !== undefined)?.no;
    if (workTask !== undefined && keyTask !== undefined && !parents.has(workTask)) parents.set(workTask, keyTask);

    const merged = withMergedCells(row, above);
    above = merged;
    const text = cells.bare(row, 'text');
    const rung = text === '' ? undefined : climb(texts, 'text', text, false);
    if (text === '') cells.missing(row, 'text');
    if (keyTask === undefined && keyText === '') cells.missing(row, 'keyTask');
    if (workTask === undefined && workText === '') cells.missing(row, 'workTask');
    if (rung === undefined || keyTask === undefined || workTask === undefined) continue;
    measures.push({
      no: rung.no,
      keyTask,
      workTask,
      text: rung.title,
      units: readUnitsOf(merged, cells, evidence),
      deadline: readDeadlineOf(merged, cells, options.deadlines ?? DEFAULT_DEADLINE_POLICY),
      source: sourceOf(row),
    });
  }
  const findings = [...rowFindings, ...[keyTasks, workTasks, texts].flatMap((l) => l.findings), ...cells.findings];
  if (measures.length === 0 && findings.length === 0) findings.push(NO_MEASURES);
  return {
    title,
    keyTasks: keyTasks.rungs.map((rung) => ({ no: rung.no, title: rung.title })),
    workTasks: workTasks.rungs.flatMap(({ no, title: name }) => {
      const parent = parents.get(no);
      return parent === undefined ? [] : [{ no, keyTask: parent, title: name }];
    }),
    measures,
    repairs: cells.repairs,
    findings: findings.sort(byPosition),
  };
}

const NO_MEASURES: Finding = {
  code: 'no-measures',
  severity: 'error',
  message: '表格里没有读到任何措施。',
  cure: '请确认表头下面有内容，并且是方案的工作任务清单。',
};

/** A level is numbered when at least one cell of its column begins with a number of its style. */
function ladderOf(rows: readonly DataRow[], name: ColumnName, level: Level): TaskLadder {
  const bare = new CellReader();
  return new TaskLadder(
    level,
    rows.some((row) => readNumber(bare.bare(row, name), level) !== undefined),
  );
}

const byPosition = (a: Finding, b: Finding): number =>
  (a.at?.row ?? 0) - (b.at?.row ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
