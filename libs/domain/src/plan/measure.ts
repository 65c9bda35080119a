import type { CivilDate } from '../shared/instant.js';

/** 重点任务: the plan's first level. `no` counts from 1. */
export interface KeyTask {
  readonly no: number;
  readonly title: string;
}

/** 工作任务: belongs to the key task with that number; numbered through the whole plan. */
export interface WorkTask {
  readonly no: number;
  readonly keyTask: number;
  readonly title: string;
}

interface MilestoneWords {
  /** what has to be there by then, in the document's words; empty when the document only names the day */
  readonly requirement: string;
  /** only units of these sectors (公安, 交通运输 …) */
  readonly sectors?: readonly string[];
  /** all responsible units but those of these sectors */
  readonly exceptSectors?: readonly string[];
}

/** 节点. `due` and `yearly` (`MM-DD`) are the last permitted day; it is over at 24:00 in Shanghai. */
export type Milestone = MilestoneWords &
  ({ readonly due: CivilDate; readonly yearly?: never } | { readonly yearly: string; readonly due?: never });

/** 完成时限. `ongoing` is the open tail 持续推进 / 长期推进. */
export interface Deadline {
  readonly text: string;
  readonly milestones: readonly Milestone[];
  readonly ongoing: boolean;
}

/** 主要措施. `units` are the names as in the document, groups included. */
export interface Measure {
  readonly no: number;
  readonly keyTask: number;
  readonly workTask: number;
  readonly text: string;
  readonly units: readonly string[];
  readonly deadline: Deadline;
}
