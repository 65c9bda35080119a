import type { DataMapping } from './data.js';
import type { NodeBase } from './node.js';
import type { Trigger } from './trigger.js';

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

export type FlowEvent = StartEvent | EndEvent | IntermediateCatchEvent | IntermediateThrowEvent | BoundaryEvent;
