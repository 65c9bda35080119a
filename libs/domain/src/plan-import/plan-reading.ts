import type { Finding } from '../shared/finding.js';
import type { KeyTask, Measure, WorkTask } from '../plan/measure.js';

/** A cell: 1-based row of the table, 1-based column, and the line where the document has lines. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
  readonly line?: number;
}

/** Something in the text that was put right because there is only one way to read it. */
export interface Repair {
  readonly code: string;
  readonly message: string;
  readonly at: CellPosition;
  /** the changed part of the cell with a few characters around it */
  readonly before: string;
  readonly after: string;
}

/** The cells of a measure exactly as in the document. */
export interface MeasureSource {
  readonly row: number;
  readonly line?: number;
  readonly cells: { readonly text: string; readonly units: string; readonly deadline: string };
}

export interface ReadMeasure extends Measure {
  readonly source: MeasureSource;
}

/** What the importer proposes; a person confirms it before the plan goes live. */
export interface PlanReading {
  /** the line above the table that names the list; '' when there is none */
  readonly title: string;
  readonly keyTasks: readonly KeyTask[];
  readonly workTasks: readonly WorkTask[];
  readonly measures: readonly ReadMeasure[];
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
}
