// Our own model of a flow: what the XML says, frozen, without moddle, without the diagram.
// A scope is the process or one embedded sub-process (BPMN 2.0.2 §13.3.4); flows never cross a scope's border.

/** Who gets a task: a role in a unit, a named person, or the one who started the instance. */
export type Assignment =
  | { readonly kind: 'role'; readonly unit: string; readonly role: string }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'starter' };

export type TaskPurpose = 'draft' | 'review';

interface NodeBase {
  readonly id: string;
  readonly name: string;
}

export interface StartEvent extends NodeBase {
  readonly kind: 'startEvent';
}

/** A plain end: consumes its token; `outcome` is the instance's result when this end is the last one reached. */
export interface EndEvent extends NodeBase {
  readonly kind: 'endEvent';
  readonly outcome: string;
}

/** An error end (§13.4.6): ends its scope at once; `error` is the error's code, null when the drawing names none. */
export interface ErrorEndEvent extends NodeBase {
  readonly kind: 'errorEndEvent';
  readonly error: string | null;
}

export interface UserTask extends NodeBase {
  readonly kind: 'userTask';
  readonly purpose: TaskPurpose;
  readonly assignment: Assignment | null;
  /** the assignment as drawn when it could not be understood, for the check that says so */
  readonly assignmentProblem: string | null;
  readonly approveLabel: string | null;
  readonly submitLabel: string | null;
  /** whole working days; NaN when the drawing says something that is not a number */
  readonly dueWorkdays: number | null;
  readonly returnTo: string | null;
}

export interface ExclusiveGateway extends NodeBase {
  readonly kind: 'exclusiveGateway';
  readonly defaultFlow: string | null;
}

export interface ParallelGateway extends NodeBase {
  readonly kind: 'parallelGateway';
}

export interface SubProcess extends NodeBase {
  readonly kind: 'subProcess';
  readonly scope: Scope;
}

/** The text of a timer as drawn: an ISO 8601 duration or a date. */
export interface TimerText {
  readonly kind: 'duration' | 'date' | 'cycle';
  readonly text: string;
}

/** An interrupting timer on a user task or a sub-process (§13.4.3). */
interface TimerBoundary extends NodeBase {
  readonly kind: 'timerBoundary';
  readonly attachedTo: string;
  readonly timer: TimerText | null;
}

/** Catches an error end inside the sub-process it sits on; `error` null catches every error. */
interface ErrorBoundary extends NodeBase {
  readonly kind: 'errorBoundary';
  readonly attachedTo: string;
  readonly error: string | null;
}

/** Something the drawing contains and this engine does not run; `element` is a key of the table of supported elements. */
export interface UnsupportedNode extends NodeBase {
  readonly kind: 'unsupported';
  readonly element: string;
  readonly attachedTo: string | null;
}

export type FlowNode =
  | StartEvent
  | EndEvent
  | ErrorEndEvent
  | UserTask
  | ExclusiveGateway
  | ParallelGateway
  | SubProcess
  | TimerBoundary
  | ErrorBoundary
  | UnsupportedNode;

export type NodeKind = FlowNode['kind'];

export interface Condition {
  readonly text: string;
  /** as written in the file; null means FEEL */
  readonly language: string | null;
}

export interface SequenceFlow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly condition: Condition | null;
}

export interface Scope {
  /** the id of the process or of the sub-process */
  readonly id: string;
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly SequenceFlow[];
}

export interface UnsupportedPart {
  readonly id: string;
  readonly element: string;
  readonly name: string;
}

export interface FlowModel {
  readonly processId: string;
  readonly name: string;
  /** key of the form that the draft tasks fill in */
  readonly form: string | null;
  readonly root: Scope;
  /** unsupported things that are no nodes: message flows, loops on a task, correlation … */
  readonly unsupported: readonly UnsupportedPart[];
}
