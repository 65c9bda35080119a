import type { JsonObject } from '../shared/json.js';

/** A step that could not go on: the token rests at the node until the cause is gone. */
export interface Incident {
  readonly nodeId: string;
  readonly code: 'no-branch-true' | 'condition-problem';
  readonly message: string;
}

/**
 * Where an instance stands: canonical, plain JSON, independent of the machine's shape. The same standing always has the
 * same text, so it can be stored, compared, queried and carried over to another version of the flow.
 */
export interface Marking {
  readonly format: 1;
  /** version of this engine's behaviour that wrote it */
  readonly behaviour: 1;
  /** hash of the definition it belongs to */
  readonly definition: string;
  readonly status: 'running' | 'completed' | 'incident';
  /** nodes at which a token rests, in the order of the drawing: user tasks, and gateways with an incident */
  readonly active: readonly string[];
  /** tokens waiting at parallel joins, by the flow on which they came */
  readonly joins: Readonly<Record<string, number>>;
  /** nodes in the order in which they were first passed */
  readonly visited: readonly string[];
  readonly variables: JsonObject;
  readonly outcome: string | null;
  readonly incidents: readonly Incident[];
}

export type StepEvent =
  | { readonly type: 'complete'; readonly nodeId: string; readonly variables: JsonObject }
  | { readonly type: 'timer'; readonly nodeId: string };

/** What the step wants done, in order. The domain performs none of it. */
export type Effect =
  | { readonly type: 'task.open'; readonly nodeId: string }
  | { readonly type: 'task.close'; readonly nodeId: string }
  | { readonly type: 'task.cancel'; readonly nodeId: string }
  | { readonly type: 'timer.start'; readonly nodeId: string; readonly dueAt: number }
  | { readonly type: 'timer.cancel'; readonly nodeId: string }
  | { readonly type: 'pass'; readonly elementId: string }
  | { readonly type: 'incident'; readonly nodeId: string; readonly code: Incident['code']; readonly message: string }
  | { readonly type: 'end'; readonly nodeId: string; readonly outcome: string };
