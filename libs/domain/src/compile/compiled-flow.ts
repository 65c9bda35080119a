import type { Assignment, NodeKind, TaskPurpose, TimerText } from '../bpmn/model.js';
import type { MachineJson } from './machine-json.js';

/** What the run needs to know of a node besides the machine. Plain JSON; absent means not drawn. */
export interface CompiledNode {
  readonly kind: NodeKind;
  readonly name: string;
  /** the process or sub-process it lies in */
  readonly scope: string;
  readonly outgoing: readonly string[];
  readonly purpose?: TaskPurpose;
  readonly assignment?: Assignment;
  readonly approveLabel?: string;
  readonly submitLabel?: string;
  readonly dueWorkdays?: number;
  readonly returnTo?: string;
  readonly outcome?: string;
  readonly defaultFlow?: string;
  readonly attachedTo?: string;
  readonly timer?: TimerText;
  readonly error?: string;
}

export interface CompiledSequenceFlow {
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly scope: string;
  /** the FEEL condition; absent when the flow has none */
  readonly when?: string;
}

/** A published flow: stored, hashed and diffed as this JSON; running needs nothing else. */
export interface CompiledFlow {
  readonly format: 1;
  readonly processId: string;
  readonly name: string;
  readonly form: string | null;
  readonly machine: MachineJson;
  readonly nodes: Readonly<Record<string, CompiledNode>>;
  readonly flows: Readonly<Record<string, CompiledSequenceFlow>>;
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
