// Our own model of a flow: what the XML says, frozen, without moddle, without the diagram.
// A scope is a process, a global task or one sub-process (BPMN 2.0.2 §13.3.4); flows never cross a scope's border.

import type { Finding } from '../shared/finding.js';

/** Who gets a task: a role in a unit, a named person, or the one who started the instance. */
export type Assignment =
  | { readonly kind: 'role'; readonly unit: string; readonly role: string }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'starter' };

export type TaskPurpose = 'draft' | 'review';

/** A formal expression as drawn. An empty text is kept: the checks say that it is empty. */
export interface Condition {
  readonly text: string;
  /** as written in the file; null means FEEL */
  readonly language: string | null;
}

/** The text of a timer as drawn: an ISO 8601 duration, date or repeating interval, or a FEEL expression that gives one. */
export interface TimerText {
  readonly kind: 'duration' | 'date' | 'cycle';
  readonly text: string;
}

/** What an event waits for or throws (§10.5.5). `name` is what matches: the message's or signal's name, else its id. */
export type Trigger =
  | { readonly kind: 'message'; readonly name: string | null; readonly correlation: string | null }
  | { readonly kind: 'signal'; readonly name: string | null }
  | { readonly kind: 'timer'; readonly timer: TimerText | null }
  | { readonly kind: 'conditional'; readonly condition: Condition | null }
  /** `code` null: catches every error, or throws one without a code */
  | { readonly kind: 'error'; readonly code: string | null }
  | { readonly kind: 'escalation'; readonly code: string | null }
  /** `activity` null: everything in the scope that can be compensated */
  | { readonly kind: 'compensation'; readonly activity: string | null; readonly wait: boolean }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'link'; readonly name: string };

interface NodeBase {
  readonly id: string;
  readonly name: string;
}

/** What comes in with a message or signal, and the variables it goes to; none: all of it, under its own names. */
interface CatchBase extends NodeBase {
  readonly outputs: readonly DataMapping[];
}

/** What goes out with a message or signal. */
interface ThrowBase extends NodeBase {
  readonly inputs: readonly DataMapping[];
}

/** Several triggers: any of them (multiple), or all of them (parallel multiple). None: a plain start. */
export interface StartEvent extends CatchBase {
  readonly kind: 'startEvent';
  readonly triggers: readonly Trigger[];
  readonly parallelMultiple: boolean;
  /** start of an event sub-process: whether it ends what runs around it */
  readonly interrupting: boolean;
}

/** A plain end consumes its token; `outcome` is the instance's result when this end is the last one reached. */
export interface EndEvent extends ThrowBase {
  readonly kind: 'endEvent';
  readonly triggers: readonly Trigger[];
  readonly outcome: string;
}

export interface IntermediateCatchEvent extends CatchBase {
  readonly kind: 'intermediateCatchEvent';
  readonly triggers: readonly Trigger[];
  readonly parallelMultiple: boolean;
}

export interface IntermediateThrowEvent extends ThrowBase {
  readonly kind: 'intermediateThrowEvent';
  readonly triggers: readonly Trigger[];
}

export interface BoundaryEvent extends CatchBase {
  readonly kind: 'boundaryEvent';
  readonly attachedTo: string;
  readonly triggers: readonly Trigger[];
  readonly parallelMultiple: boolean;
  readonly interrupting: boolean;
  /** compensation only: the activity that undoes the one it sits on */
  readonly handler: string | null;
}

/** §13.3.6 */
export interface StandardLoop {
  readonly kind: 'standard';
  readonly testBefore: boolean;
  readonly maximum: number | null;
  readonly condition: Condition | null;
}

/** §13.3.7. Instances by number (`cardinality`) or one per item of a collection (`collection`, a FEEL expression). */
export interface MultiInstanceLoop {
  readonly kind: 'multiInstance';
  readonly sequential: boolean;
  readonly cardinality: Condition | null;
  readonly collection: string | null;
  /** variable that holds the instance's item; null when the drawing names none */
  readonly item: string | null;
  /** variable in the surrounding scope that gathers `result` of each instance in the order of the items */
  readonly output: string | null;
  readonly result: string | null;
  readonly completionCondition: Condition | null;
  readonly behavior: 'none' | 'one' | 'all' | 'complex';
  /** event thrown at the activity's boundary: by `one` after the first, by `none` after every completion */
  readonly event: Trigger | null;
  /** complex: each rule whose condition holds after a completion throws its event */
  readonly rules: readonly { readonly condition: Condition; readonly event: Trigger | null }[];
}

export type Loop = StandardLoop | MultiInstanceLoop;

/** What is moved where: `from` is the name of a variable or a FEEL expression, `to` the name of a variable. */
export interface DataMapping {
  readonly from: string;
  readonly to: string;
}

/** A data object, a property or a data store: a variable of its scope. `initial` is a FEEL expression, null for none. */
export interface DataItem {
  readonly id: string;
  readonly name: string;
  readonly collection: boolean;
  readonly initial: string | null;
}

/** What every activity has (§10.3). */
export interface ActivityBase extends NodeBase {
  readonly loop: Loop | null;
  readonly forCompensation: boolean;
  /** tokens needed before it starts, tokens it leaves behind (table 10.3); both 1 unless drawn */
  readonly startQuantity: number;
  readonly completionQuantity: number;
  readonly defaultFlow: string | null;
  readonly inputs: readonly DataMapping[];
  readonly outputs: readonly DataMapping[];
}

export interface UserTask extends ActivityBase {
  readonly kind: 'userTask';
  readonly purpose: TaskPurpose;
  readonly assignment: Assignment | null;
  /** the assignment as drawn when it could not be understood, for the check that says so */
  readonly assignmentProblem: string | null;
  readonly approveLabel: string | null;
  readonly submitLabel: string | null;
  /** whole working days; NaN when the drawing says something that is not a number */
  readonly dueWorkdays: number | null;
  /** the term goes on where it stood when the task opens again: mending what was returned is not counted */
  readonly clockContinues: boolean;
  readonly returnTo: string | null;
}

/** An untyped task or a manual task: done as soon as it is reached (§13.3.3), work outside the system. */
interface PlainTask extends ActivityBase {
  readonly kind: 'task' | 'manualTask';
}

/** `handler` is a name of the server's list of allowed handlers. */
interface ServiceTask extends ActivityBase {
  readonly kind: 'serviceTask';
  readonly handler: string | null;
}

interface SendTask extends ActivityBase {
  readonly kind: 'sendTask';
  readonly message: string | null;
  readonly correlation: string | null;
}

interface ReceiveTask extends ActivityBase {
  readonly kind: 'receiveTask';
  readonly message: string | null;
  readonly correlation: string | null;
  readonly instantiate: boolean;
}

/** FEEL. The result goes into `result`, or, when that is null and the result is a context, into the variables it names. */
interface ScriptTask extends ActivityBase {
  readonly kind: 'scriptTask';
  readonly script: Condition | null;
  readonly result: string | null;
}

/** `decision` is DMN XML or the key of a decision that the file or the server knows. */
interface BusinessRuleTask extends ActivityBase {
  readonly kind: 'businessRuleTask';
  readonly decision: string | null;
  readonly result: string | null;
}

/** `called` is the id of a process or global task of the file, or the key of a published definition. */
interface CallActivity extends ActivityBase {
  readonly kind: 'callActivity';
  readonly called: string | null;
}

export interface SubProcess extends ActivityBase {
  readonly kind: 'subProcess';
  readonly variant: 'embedded' | 'event' | 'transaction' | 'adHoc';
  readonly scope: Scope;
  /** ad-hoc only (§13.3.5) */
  readonly ordering: 'parallel' | 'sequential';
  readonly cancelRemaining: boolean;
  readonly completionCondition: Condition | null;
}

export interface ExclusiveGateway extends NodeBase {
  readonly kind: 'exclusiveGateway';
  readonly defaultFlow: string | null;
}

export interface ParallelGateway extends NodeBase {
  readonly kind: 'parallelGateway';
}

export interface InclusiveGateway extends NodeBase {
  readonly kind: 'inclusiveGateway';
  readonly defaultFlow: string | null;
}

export interface EventBasedGateway extends NodeBase {
  readonly kind: 'eventBasedGateway';
  readonly instantiate: boolean;
  readonly gatewayType: 'exclusive' | 'parallel';
}

export interface ComplexGateway extends NodeBase {
  readonly kind: 'complexGateway';
  readonly defaultFlow: string | null;
  /** over `activationCount`, the number of incoming flows that hold a token, and the variables (§13.4.5) */
  readonly activationCondition: Condition | null;
}

/** Something the drawing contains and this engine does not run; `element` is a key of the table of supported elements. */
export interface UnsupportedNode extends NodeBase {
  readonly kind: 'unsupported';
  readonly element: string;
  readonly attachedTo: string | null;
}

export type Activity =
  | UserTask
  | PlainTask
  | ServiceTask
  | SendTask
  | ReceiveTask
  | ScriptTask
  | BusinessRuleTask
  | CallActivity
  | SubProcess;

export type Gateway = ExclusiveGateway | ParallelGateway | InclusiveGateway | EventBasedGateway | ComplexGateway;

export type FlowEvent = StartEvent | EndEvent | IntermediateCatchEvent | IntermediateThrowEvent | BoundaryEvent;

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
  /** the assignment as drawn when it could not be understood, for the check that says so */
  readonly assignmentProblem: string | null;
}

export interface UnsupportedPart {
  readonly id: string;
  readonly element: string;
  readonly name: string;
}

/** One process of the file, or one global task (a scope with that task alone). */
export interface ProcessModel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'process' | 'globalTask';
  readonly executable: boolean;
  readonly root: Scope;
}

/** Ends are ids of nodes, processes or (a pool without a process) participants. */
export interface MessageFlow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
}

export interface FlowModel {
  /** the process that an instance runs: the first executable one, else the first */
  readonly processId: string;
  readonly name: string;
  /** key of the form that the draft tasks fill in */
  readonly form: string | null;
  readonly root: Scope;
  /** the other processes and global tasks of the file: called, or started by a message or signal */
  readonly others: readonly ProcessModel[];
  readonly messageFlows: readonly MessageFlow[];
  /** DMN decisions of the file by key, as XML (chengban:decision in the definitions' extension elements) */
  readonly decisions: Readonly<Record<string, string>>;
  /** unsupported things that are no nodes: choreographies, … */
  readonly unsupported: readonly UnsupportedPart[];
  /** findings of the standard's own constraints, made while the file was read (see bpmn/constraints) */
  readonly constraintFindings: readonly Finding[];
}
