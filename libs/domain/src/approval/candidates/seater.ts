import type { NodeInfo } from '../../run/node-info.js';
import type { Workflow } from '../../run/workflow.js';
import type { Standing } from '../standing/standing.js';

/** A sitting that opens and needs people. */
export interface Seating {
  readonly workflow: Workflow;
  /** as the step left it; its trail ends with the step that opened this */
  readonly standing: Standing;
  readonly node: NodeInfo;
  readonly token: number;
}

/** Who may decide at one seat. */
export interface Seated {
  readonly candidateIds: readonly string[];
  /** nobody was found: flow administrators stand in */
  readonly fallback?: true;
  readonly holderId?: string;
}

/** One entry for each seat of the sitting, in the order in which they decide. */
export type Seater = (seating: Seating) => readonly Seated[];

/** Answers what was answered before, in the same order: a history replays without a directory. */
export function recordedSeater(recorded: readonly (readonly Seated[])[]): Seater {
  let next = 0;
  return () => recorded[next++] ?? [{ candidateIds: [], fallback: true }];
}

/** Asks another seater and keeps its answers for the history. */
export function recordingSeater(seater: Seater): { readonly seater: Seater; readonly recorded: (readonly Seated[])[] } {
  const recorded: (readonly Seated[])[] = [];
  return {
    recorded,
    seater: (seating) => {
      const seated = seater(seating);
      recorded.push(seated);
      return seated;
    },
  };
}
