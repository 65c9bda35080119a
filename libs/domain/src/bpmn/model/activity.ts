import type { NodeVerb, ReturnAfter, ReturnWhere, SeatRule, SettingProblem } from './approval.js';
import type { Assignment, CopyTo } from './assignment.js';
import type { DataMapping } from './data.js';
import type { Loop } from './loop.js';
import type { NodeBase } from './node.js';
import type { NodeField } from './node-field.js';
import type { Scope } from './scope.js';
import type { Condition } from './trigger.js';

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
  /** the further ones where several are drawn: all together are the candidates */
  readonly moreAssignments: readonly Assignment[];
  /** the first assignment that could not be understood, in words, for the check that says so */
  readonly assignmentProblem: string | null;
  readonly approveLabel: string | null;
  readonly submitLabel: string | null;
  /** whole working days; NaN when the drawing says something that is not a number */
  readonly dueWorkdays: number | null;
  /** the term goes on where it stood when the task opens again: mending what was returned is not counted */
  readonly clockContinues: boolean;
  readonly returnTo: string | null;
  readonly seats: SeatRule | null;
  /** null: all */
  readonly verbs: readonly NodeVerb[] | null;
  /** null: every one that can be */
  readonly returnWhere: readonly ReturnWhere[] | null;
  readonly returnAfter: ReturnAfter | null;
  readonly copies: readonly CopyTo[];
  /** the first copy that could not be understood, in words */
  readonly copyProblem: string | null;
  /** whole working days past the due date; NaN as above. Nothing is ever approved by time */
  readonly remindWorkdays: number | null;
  readonly escalateWorkdays: number | null;
  readonly settingProblems: readonly SettingProblem[];
  /** fields of the form that are not treated as usual here */
  readonly fields: readonly NodeField[];
  /** the first of them that could not be understood, in words */
  readonly fieldProblem: string | null;
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
