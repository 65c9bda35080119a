// The part of an xstate v5 machine config that we write: plain JSON, guards and actions by name with params.

export type ActionJson =
  /** a token passed this node or flow */
  | { readonly type: 'pass'; readonly params: { readonly element: string } }
  /** a user task got its token / lost it */
  | { readonly type: 'open'; readonly params: { readonly node: string } }
  | { readonly type: 'leave'; readonly params: { readonly node: string } }
  | { readonly type: 'startTimer'; readonly params: { readonly timer: string } }
  | { readonly type: 'stopTimer'; readonly params: { readonly timer: string } }
  /** an end event of the process was reached */
  | { readonly type: 'reach'; readonly params: { readonly node: string; readonly outcome: string } }
  /** raises the error of an error end event */
  | { readonly type: 'throw'; readonly params: { readonly from: string } }
  /** nets: a token moves to a node of another region */
  | { readonly type: 'token'; readonly params: { readonly to: string } }
  /** nets: a token waits at a join's flow; the join takes one from each flow */
  | { readonly type: 'arrive'; readonly params: { readonly flow: string } }
  | { readonly type: 'join'; readonly params: { readonly scope: string; readonly flows: readonly string[] } }
  /** nets: the number of tokens in a scope changes, and is set to one on entry */
  | { readonly type: 'count'; readonly params: { readonly scope: string; readonly by: number } }
  | { readonly type: 'enterNet'; readonly params: { readonly scope: string } }
  | { readonly type: 'leaveNet'; readonly params: { readonly scope: string; readonly flows: readonly string[] } }
  /** nets: a token came to this node while its region holds one; the step is refused */
  | { readonly type: 'collide'; readonly params: { readonly node: string } };

export type GuardJson =
  /** the event names this node */
  | { readonly type: 'isFor'; readonly params: { readonly node: string } }
  /** the error was thrown by one of these ends */
  | { readonly type: 'isFrom'; readonly params: { readonly ends: readonly string[] } }
  /** the gateway's decision is this flow; `when` repeats its condition for the reader, absent on the default */
  | {
      readonly type: 'takes';
      readonly params: { readonly gateway: string; readonly flow: string; readonly when?: string };
    }
  /** nets: the token goes to this node; for a join also: every flow has one waiting */
  | { readonly type: 'isTo'; readonly params: { readonly node: string; readonly flows?: readonly string[] } }
  | { readonly type: 'isEmpty'; readonly params: { readonly scope: string } };

export interface TransitionJson {
  readonly guard?: GuardJson;
  readonly target?: string;
  readonly reenter?: true;
  readonly actions?: readonly ActionJson[];
}

export interface StateJson {
  readonly type?: 'parallel' | 'final';
  readonly initial?: string;
  readonly entry?: readonly ActionJson[];
  readonly exit?: readonly ActionJson[];
  readonly always?: readonly TransitionJson[];
  readonly on?: Readonly<Record<string, readonly TransitionJson[]>>;
  readonly onDone?: readonly TransitionJson[];
  readonly states?: Readonly<Record<string, StateJson>>;
  /** regions of a block: the flow on which the finished branch waits at the join */
  readonly meta?: { readonly joinFlow: string };
}

export interface MachineJson extends StateJson {
  readonly id: string;
}

/** State keys are the BPMN ids. A '.' separates paths in xstate and ':' cannot occur in an id, so one becomes the other. */
export const stateKey = (id: string): string => id.replaceAll('.', ':');
export const idOfKey = (key: string): string => key.replaceAll(':', '.');

/** Our own states start with ':', which no BPMN id can. */
export const DONE = ':done';
export const IDLE = ':idle';
export const NET = ':net';
export const ENDED = ':ended';
export const FAILED = ':failed';

export const isSynthetic = (key: string): boolean => key.startsWith(':');
