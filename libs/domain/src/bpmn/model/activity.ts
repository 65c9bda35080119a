import type { DataMapping } from './data.js';
import type { Loop } from './loop.js';
import type { NodeBase } from './node.js';
import type { Scope } from './scope.js';
import type { Condition } from './trigger.js';

/** Who gets a task: a role in a unit, a named person, or the one who started the instance. */
export type Assignment =
  | { readonly kind: 'role'; readonly unit: string; readonly role: string }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'starter' };

export type TaskPurpose = 'draft' | 'review';

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
