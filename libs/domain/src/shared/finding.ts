import type { JsonObject } from './json.js';

/** Where a finding points: an element of a flow, or a cell of a document (1-based row and column, line in a text file). */
export interface Position {
  readonly elementId?: string;
  readonly property?: string;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
}

/** One act on the way to a trouble, as it can be played on the diagram. */
export interface TraceStep {
  /** the task, event or gateway that acts */
  readonly nodeId: string;
  readonly act:
    | 'complete'
    | 'timer'
    | 'message'
    | 'signal'
    | 'condition'
    | 'error'
    | 'escalation'
    | 'cancel'
    /** a gateway sends a token on; where it sends several, one step for each */
    | 'choice';
  /** `choice`: the flow taken */
  readonly choice?: string;
  /** values that make the following choices come true, where the conditions are simple enough to say so */
  readonly variables?: JsonObject;
  /** nodes at which tokens stand afterwards, a node with two tokens twice */
  readonly tokens: readonly string[];
}

/** One thing that is wrong, or that a person should look at. `message` and `cure` are plain Chinese. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly cure?: string;
  readonly at?: Position;
  /** the shortest way there, for findings about what happens when the flow runs */
  readonly trace?: readonly TraceStep[];
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'error');
