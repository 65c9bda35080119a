import type { TraceStep } from '../../shared/finding.js';
import type { JsonObject } from '../../shared/json.js';

/** Acts that lead to a trouble: they can be played on the diagram, and turned into a scenario. */
export interface Counterexample {
  /** where it goes wrong */
  readonly elementId: string;
  /** variables to start with, where conditions ask for some */
  readonly variables: JsonObject;
  readonly steps: readonly TraceStep[];
}

/**
 * - `stuck`: nothing moves any more, and a token is left
 * - `endless`: something always moves, but the end is out of reach
 * - `leftover`: nothing moves any more, a token is left, though an end was reached already
 * - `second-token`: a token comes to where one already is
 * - `end-twice`: an end of the process is reached a second time
 */
export interface SoundnessTrouble {
  readonly kind: 'stuck' | 'endless' | 'leftover' | 'second-token' | 'end-twice';
  readonly counterexample: Counterexample;
  /** an event from outside that ends the scope (a deadline, a message) still leads out */
  readonly rescued: boolean;
}

/** null: not known. */
export interface SoundnessProperties {
  /** from wherever a run can get, the end can still be reached */
  readonly optionToComplete: boolean | null;
  /** when an end is reached nothing is left behind, and no end is reached twice */
  readonly properCompletion: boolean | null;
  readonly noDeadNode: boolean | null;
  /** never two tokens at one node, unless several are meant */
  readonly noSecondToken: boolean | null;
}

/**
 * - `messages`: processes of the file send each other messages in a way that is not followed
 * - `messages-pile-up`: more messages, or instances that they start, than are followed
 */
export type UnknownReason =
  'too-large' | 'too-many-markings' | 'conditions' | 'unsupported' | 'messages' | 'messages-pile-up';

/** A message that nobody takes in some run: no fault by itself, since whoever sent it does not wait. */
export interface LeftMessage {
  /** who sends it */
  readonly elementId: string;
  /** the run after which it is left; its `elementId` is the sender */
  readonly counterexample: Counterexample;
}

export interface ScopeSoundness {
  readonly scopeId: string;
  readonly verdict: 'sound' | 'unsound' | 'unknown';
  readonly properties: SoundnessProperties;
  readonly troubles: readonly SoundnessTrouble[];
  /** nodes that the drawing leads to and no run reaches */
  readonly deadNodes: readonly string[];
  readonly unknown: UnknownReason | null;
}

export interface SoundnessReport {
  readonly verdict: 'sound' | 'unsound' | 'unknown';
  readonly properties: SoundnessProperties;
  readonly scopes: readonly ScopeSoundness[];
  /** messages between processes of the file that are left over in some run; null: not known */
  readonly leftMessages: readonly LeftMessage[] | null;
}
