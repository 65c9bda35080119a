import type { Condition, Trigger } from './trigger.js';

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
