// Our own model of a flow: what the XML says, frozen, without moddle, without the diagram.
// A scope is a process, a global task or one sub-process (BPMN 2.0.2 §13.3.4); flows never cross a scope's border.

import type { Finding } from '../shared/finding.js';
import type { CancelUntil, Dedupe, SettingProblem } from './model/approval.js';
import type { Scope } from './model/scope.js';

export type {
  CancelUntil,
  Dedupe,
  NodeVerb,
  ReturnAfter,
  ReturnWhere,
  SeatMode,
  SeatRule,
  SeatsDecide,
  SeatsPer,
  SettingProblem,
} from './model/approval.js';
export type { Assignment, AssignmentKind, CopyTo } from './model/assignment.js';
export type { TaskPurpose, ActivityBase, UserTask, SubProcess, Activity } from './model/activity.js';
export type { DataMapping, DataItem } from './model/data.js';
export type {
  StartEvent,
  EndEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  BoundaryEvent,
  FlowEvent,
} from './model/event.js';
export type {
  ExclusiveGateway,
  ParallelGateway,
  InclusiveGateway,
  EventBasedGateway,
  ComplexGateway,
  Gateway,
} from './model/gateway.js';
export type { StandardLoop, MultiInstanceLoop, Loop } from './model/loop.js';
export type { NodeField } from './model/node-field.js';
export type { UnsupportedNode, FlowNode, NodeKind, SequenceFlow, Scope, Lane } from './model/scope.js';
export type { Condition, TimerText, Trigger } from './model/trigger.js';

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
  readonly dedupe: Dedupe | null;
  readonly cancelUntil: CancelUntil | null;
  /** of the process itself; those of its tasks stand at the tasks */
  readonly settingProblems: readonly SettingProblem[];
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
