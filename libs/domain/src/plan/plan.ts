import type { CivilDate } from '../shared/instant.js';
import type { KeyTask, Measure, WorkTask } from './measure.js';

/** Both days belong to the period. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** How the plan's words become obligations. */
export interface PlanPolicy {
  readonly period: Period;
  /** how often 持续推进 is reported on */
  readonly progressCadence: 'yearly';
  /** the unit that reviews everybody's results; its own take a flow of their own */
  readonly supervisorUnitId: string;
}

/** 实施方案. `code` leads every obligation's number (台执督). */
export interface Plan {
  readonly title: string;
  readonly code: string;
  readonly keyTasks: readonly KeyTask[];
  readonly workTasks: readonly WorkTask[];
  readonly measures: readonly Measure[];
}
