import type {
  Assignment,
  CancelUntil,
  CopyTo,
  DataMapping,
  Dedupe,
  Loop,
  NodeField,
  NodeKind,
  NodeVerb,
  ReturnAfter,
  ReturnWhere,
  SeatRule,
  TaskPurpose,
  Trigger,
} from '../bpmn/model.js';
import type { MachineJson } from './machine-json.js';

/** What the run needs to know of a node besides the machine. Plain JSON; absent means not drawn, or the usual value. */
export interface CompiledNode {
  readonly kind: NodeKind;
  readonly name: string;
  /** the process or sub-process it lies in */
  readonly scope: string;
  readonly outgoing: readonly string[];
  readonly incoming?: readonly string[];
  readonly defaultFlow?: string;

  // events
  readonly triggers?: readonly Trigger[];
  readonly parallelMultiple?: true;
  readonly nonInterrupting?: true;
  readonly attachedTo?: string;
  /** compensation boundary: the activity that undoes */
  readonly handler?: string;
  readonly outcome?: string;

  // activities
  /** boundary events sitting on it */
  readonly boundaries?: readonly string[];
  readonly loop?: Loop;
  readonly forCompensation?: true;
  readonly startQuantity?: number;
  readonly completionQuantity?: number;
  readonly inputs?: readonly DataMapping[];
  readonly outputs?: readonly DataMapping[];
  /** sub-process: the scope inside; call activity: the scope of the called process, absent until linked */
  readonly inside?: string;
  readonly called?: string;

  // tasks
  readonly purpose?: TaskPurpose;
  readonly assignment?: Assignment;
  /** the further ones: all together are the candidates */
  readonly moreAssignments?: readonly Assignment[];
  /** absent: one seat that any candidate may claim */
  readonly seats?: SeatRule;
  readonly approveLabel?: string;
  readonly submitLabel?: string;
  readonly dueWorkdays?: number;
  readonly clockContinues?: true;
  readonly returnTo?: string;
  /** absent: every one that can be */
  readonly returnWhere?: readonly ReturnWhere[];
  readonly returnAfter?: ReturnAfter;
  /** absent: all */
  readonly verbs?: readonly NodeVerb[];
  readonly copies?: readonly CopyTo[];
  /** whole working days past the due date */
  readonly remindWorkdays?: number;
  readonly escalateWorkdays?: number;
  /** absent: a drafting task writes every field, a review reads them */
  readonly fields?: readonly NodeField[];
  readonly serviceHandler?: string;
  readonly message?: string;
  readonly correlation?: string;
  readonly instantiate?: true;
  readonly script?: string;
  readonly result?: string;
  readonly decision?: string;

  // gateways
  readonly gatewayType?: 'parallel';
  readonly activationCondition?: string;
}

export interface CompiledSequenceFlow {
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly scope: string;
  /** the FEEL condition; absent when the flow has none */
  readonly when?: string;
}

export interface CompiledScope {
  readonly kind: 'process' | 'globalTask' | 'embedded' | 'event' | 'transaction' | 'adHoc';
  readonly name: string;
  /** the scope around it; absent for processes and global tasks */
  readonly parent?: string;
  /** where tokens appear when it starts by itself: the plain start event, else the nodes without incoming flows (§13.3.4) */
  readonly starts: readonly string[];
  /** no flow leads to them either, though there are start events: they begin together with the scope (§10.3) */
  readonly loose?: readonly string[];
  /** start events with triggers, receive tasks and event-based gateways that instantiate */
  readonly triggered?: readonly string[];
  /** scopes of its event sub-processes */
  readonly eventScopes?: readonly string[];
  /** variables of its own: name → FEEL expression of the initial value, null for none */
  readonly data?: Readonly<Record<string, string | null>>;
  readonly ordering?: 'sequential';
  readonly keepsRemaining?: true;
  readonly completionCondition?: string;
}

/** A published flow: stored, hashed and diffed as this JSON; running needs nothing else. */
export interface CompiledFlow {
  readonly format: 2;
  readonly processId: string;
  readonly name: string;
  readonly form: string | null;
  /** absent: off */
  readonly dedupe?: Dedupe;
  /** absent: until a reviewer acted */
  readonly cancelUntil?: CancelUntil;
  /** one xstate machine per scope: a token of the scope is one state of it */
  readonly machines: Readonly<Record<string, MachineJson>>;
  readonly scopes: Readonly<Record<string, CompiledScope>>;
  readonly nodes: Readonly<Record<string, CompiledNode>>;
  readonly flows: Readonly<Record<string, CompiledSequenceFlow>>;
  /** DMN decisions by key, as XML; those of a called flow behind its key, like its nodes. Absent when there are none */
  readonly decisions?: Readonly<Record<string, string>>;
}

/** A node that is known to be in the flow: ids from outside are looked up with `Object.hasOwn` first. */
export function nodeOf({ nodes }: CompiledFlow, id: string): CompiledNode {
  const node = nodes[id];
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

/** A sequence flow that is known to be in the flow. */
export function flowOf({ flows }: CompiledFlow, id: string): CompiledSequenceFlow {
  const flow = flows[id];
  if (flow === undefined) throw new Error(`no sequence flow ${id}`);
  return flow;
}

export function scopeOf({ scopes }: CompiledFlow, id: string): CompiledScope {
  const scope = scopes[id];
  if (scope === undefined) throw new Error(`no scope ${id}`);
  return scope;
}

/** The decisions that a node can use: those of the flow in which it was drawn, by the keys that they have there. */
export function decisionsFor({ decisions = {} }: CompiledFlow, nodeId: string): Readonly<Record<string, string>> {
  const front = nodeId.slice(0, nodeId.lastIndexOf('/') + 1);
  if (front === '') return decisions;
  const own = Object.entries(decisions).filter(([key]) => key.startsWith(front));
  return Object.fromEntries(own.map(([key, xml]) => [key.slice(front.length), xml]));
}
