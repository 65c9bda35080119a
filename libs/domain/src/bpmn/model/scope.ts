import type { Activity } from './activity.js';
import type { Assignment } from './assignment.js';
import type { DataItem } from './data.js';
import type { FlowEvent } from './event.js';
import type { Gateway } from './gateway.js';
import type { NodeBase } from './node.js';
import type { Condition } from './trigger.js';

/** Something the drawing contains and this engine does not run; `element` is a key of the table of supported elements. */
export interface UnsupportedNode extends NodeBase {
  readonly kind: 'unsupported';
  readonly element: string;
  readonly attachedTo: string | null;
}

export type FlowNode = FlowEvent | Activity | Gateway | UnsupportedNode;

export type NodeKind = FlowNode['kind'];

export interface SequenceFlow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly condition: Condition | null;
}

export interface Scope {
  /** the id of the process, of the global task or of the sub-process */
  readonly id: string;
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly SequenceFlow[];
  /** data objects and properties */
  readonly data: readonly DataItem[];
  readonly lanes: readonly Lane[];
}

/** `assignment` holds for the user tasks of the lane that have none of their own. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly nodeIds: readonly string[];
  readonly assignment: Assignment | null;
  readonly moreAssignments: readonly Assignment[];
  /** the assignment as drawn when it could not be understood, for the check that says so */
  readonly assignmentProblem: string | null;
}
