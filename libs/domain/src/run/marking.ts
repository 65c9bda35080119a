import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';

/** Why a token rests where it would have gone on. */
export type IncidentCode =
  | 'no-branch-true'
  | 'condition-problem'
  | 'expression-problem'
  | 'bad-timer'
  | 'job-failed'
  | 'no-handler'
  | 'no-called-flow'
  | 'bad-collection';

/** A step that could not go on: the token rests at the node until the cause is gone and somebody tries again. */
export interface Incident {
  readonly nodeId: string;
  /** the token that rests, or the scope instance whose event sub-process could not begin to wait (0: the process) */
  readonly token: number;
  readonly code: IncidentCode;
  readonly message: string;
  readonly cure: string;
}

/**
 * A token (BPMN 2.0.2 §7.2.2): where it is, in which scope instance. Members that say nothing are absent, so that the
 * usual marking stays short.
 */
export interface Token {
  readonly id: number;
  /** the node it is at */
  readonly at: string;
  /** scope instance; absent: the process itself */
  readonly in?: number;
  /** the flow on which it came, while it waits at a join or for more tokens */
  readonly via?: string;
  /** waits for other tokens, not for the world */
  readonly idle?: true;
  /** the outer token of a loop or multi-instance activity, or of the compensation that it is part of */
  readonly of?: number;
  /** outer token of a loop: how far it is */
  readonly loop?: LoopState;
  /** what happens at the node is over; only its way out is open */
  readonly over?: true;
  /** variables of its own: of one instance (item, loopCounter), of data inputs */
  readonly data?: JsonObject;
  /** parallel multiple: indices of the triggers that have happened; by element: the boundary events included */
  readonly got?: Readonly<Record<string, readonly number[]>>;
  /** conditional events whose condition holds already, so that only a change from false to true fires again */
  readonly held?: readonly string[];
}

export interface LoopState {
  /** instances in all; absent for a standard loop */
  readonly total?: number;
  readonly started: number;
  readonly completed: number;
  readonly terminated?: number;
  /** results in the order of the items, for `output` */
  readonly results?: readonly (JsonObject[string] | null)[];
  readonly items?: readonly JsonObject[string][];
}

/** One activation of a scope other than the process: a sub-process, an event sub-process, a called process. */
export interface ScopeInstance {
  readonly id: number;
  readonly scope: string;
  /** the token at the activity whose inside it is; absent for event sub-processes */
  readonly host?: number;
  /** the scope instance around it; absent: the process itself */
  readonly in?: number;
  /** its own variables: data objects and properties of the scope, or all variables of a called process */
  readonly data?: JsonObject;
  /** the compensation that it is part of: a sub-process looked into again */
  readonly of?: number;
  readonly got?: Readonly<Record<string, readonly number[]>>;
  readonly held?: readonly string[];
  /** set while it is cancelled by an interrupting event: only that event sub-process still runs */
  readonly interrupted?: true;
  /** activities that completed and can be compensated, oldest first */
  readonly completed?: readonly Completed[];
  /** sequential ad-hoc: how many of its activities have been started */
  readonly next?: number;
  /** complex gateways that have fired and wait for their remaining tokens: gateway → flows already used */
  readonly fired?: Readonly<Record<string, readonly string[]>>;
}

/** A completed activity that can be undone, with what is needed to undo it (§13.5.5). */
export interface Completed {
  readonly node: string;
  /** a sub-process: what completed inside, and its variables then */
  readonly inside?: readonly Completed[];
  readonly data?: JsonObject;
}

/** A compensation under way: it works through `left` from the end; when nothing is left, the token `by` goes on. */
export interface Compensation {
  readonly id: number;
  /** the token that waits for it, or the scope instance that was looked into again */
  readonly by: number;
  readonly in?: number;
  readonly left: readonly Completed[];
}

/** An armed timer. `on` is the token, or the scope instance for the start of an event sub-process (0: the process). */
export interface ArmedTimer {
  readonly node: string;
  readonly on: number;
  readonly dueAt: Instant;
  /** index of the trigger, where the event has several */
  readonly trigger?: number;
  /** repetitions still to come after this one, -1 without end; absent: fires once */
  readonly left?: number;
  /** where a cycle of months counts from */
  readonly from?: Instant;
}

/**
 * Where an instance stands: canonical, plain JSON, independent of the machine's shape. The same standing always has the
 * same text, so it can be stored, compared, queried and carried over to another version of the flow.
 */
export interface Marking {
  readonly format: 2;
  /**
   * version of the engine's behaviour that wrote it: one more where the same events lead elsewhere than before. Others are
   * refused; an upgrade replays their histories
   */
  readonly behaviour: 1;
  /** hash of the definition it belongs to */
  readonly definition: string;
  readonly status: 'running' | 'completed' | 'incident';
  /** nodes at which something waits for the world, in the order of the drawing, each once; follows from the tokens */
  readonly active: readonly string[];
  readonly tokens: readonly Token[];
  /** nodes in the order in which they were first passed */
  readonly visited: readonly string[];
  readonly variables: JsonObject;
  readonly outcome: string | null;
  /** last number given to a token, scope instance or compensation */
  readonly seq: number;
  // absent when empty
  /** the process that runs, when it is not the flow's own */
  readonly process?: string;
  readonly scopes?: readonly ScopeInstance[];
  /** what the process itself has of a scope instance's state: completed, fired, got, held, interrupted */
  readonly root?: Omit<ScopeInstance, 'id' | 'scope' | 'host' | 'in' | 'of' | 'data'>;
  readonly compensations?: readonly Compensation[];
  readonly timers?: readonly ArmedTimer[];
  readonly incidents?: readonly Incident[];
  /** tasks whose term goes on when they open again: when they were open */
  readonly terms?: Readonly<Record<string, readonly Opened[]>>;
}

/** From when to when a task was open; null: it still is. */
export type Opened = readonly [from: Instant, to: Instant | null];

/** What happens to an instance. `token` says which, where several wait at the node; else the first is meant. */
export type StepEvent =
  | { readonly type: 'complete'; readonly nodeId: string; readonly token?: number; readonly variables: JsonObject }
  /** `nodeId` is the timer event; `token` the armed timer's `on` */
  | { readonly type: 'timer'; readonly nodeId: string; readonly token?: number }
  /** given to one waiting place, chosen by `nodeId`/`token` or the first that matches name and key */
  | {
      readonly type: 'message';
      readonly name: string;
      readonly key?: string | null;
      readonly nodeId?: string;
      readonly token?: number;
      readonly variables: JsonObject;
    }
  /** given to every waiting place */
  | { readonly type: 'signal'; readonly name: string; readonly variables: JsonObject }
  /** the answer of a service handler: done, a BPMN error (§13.3.2), or failed for good */
  | { readonly type: 'job'; readonly nodeId: string; readonly token?: number; readonly result: JobResult }
  /** tries again where an incident rests; `variables` mend what was missing */
  | { readonly type: 'retry'; readonly nodeId: string; readonly token?: number; readonly variables: JsonObject }
  /** variables changed from outside: conditional events look again */
  | { readonly type: 'change'; readonly variables: JsonObject }
  /** ends the instance at once, whatever runs */
  | { readonly type: 'terminate'; readonly outcome: string };

export type JobResult =
  | { readonly kind: 'done'; readonly variables: JsonObject }
  | { readonly kind: 'error'; readonly code: string | null }
  | { readonly kind: 'failed'; readonly message: string };

/** What the step wants done, in order. The domain performs none of it. `token` tells several at one node apart. */
export type Effect =
  /** `dueAt` where the drawing sets a term */
  | { readonly type: 'task.open'; readonly nodeId: string; readonly token: number; readonly dueAt?: Instant }
  | { readonly type: 'task.close'; readonly nodeId: string; readonly token: number }
  | { readonly type: 'task.cancel'; readonly nodeId: string; readonly token: number }
  | { readonly type: 'timer.start'; readonly nodeId: string; readonly token: number; readonly dueAt: Instant }
  | { readonly type: 'timer.cancel'; readonly nodeId: string; readonly token: number }
  | {
      readonly type: 'job.start';
      readonly nodeId: string;
      readonly token: number;
      readonly handler: string;
      readonly input: JsonObject;
    }
  | { readonly type: 'job.cancel'; readonly nodeId: string; readonly token: number }
  /** a place waits for a message or signal from outside */
  | {
      readonly type: 'wait.start';
      readonly kind: 'message' | 'signal';
      readonly nodeId: string;
      readonly token: number;
      readonly name: string;
      readonly key: string | null;
    }
  | { readonly type: 'wait.cancel'; readonly nodeId: string; readonly token: number }
  | {
      readonly type: 'message.send';
      readonly nodeId: string;
      readonly name: string;
      readonly key: string | null;
      readonly variables: JsonObject;
    }
  | { readonly type: 'signal.send'; readonly nodeId: string; readonly name: string; readonly variables: JsonObject }
  /** a token passed this node or flow */
  | { readonly type: 'pass'; readonly elementId: string }
  /** a node completed, once per token */
  | { readonly type: 'done'; readonly nodeId: string }
  | {
      readonly type: 'incident';
      readonly nodeId: string;
      readonly token: number;
      readonly code: IncidentCode;
      readonly message: string;
      readonly cure: string;
    }
  | { readonly type: 'incident.resolved'; readonly nodeId: string; readonly token: number }
  /** the instance ended; `nodeId` is the last end event reached, or the process when there was none */
  | { readonly type: 'end'; readonly nodeId: string; readonly outcome: string };
