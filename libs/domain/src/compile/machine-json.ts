// The part of an xstate v5 machine config that we write: plain JSON, guards and actions by name with params.
// One machine per scope. Its states are the scope's nodes; a token is in one of them (docs/adr/0007).

export type ActionJson =
  /** the token passed this node or flow; nothing else happens there */
  | { readonly type: 'pass'; readonly params: { readonly element: string } }
  /** the token came to a node where something has to happen: the run carries it out, then sends `complete` */
  | { readonly type: 'enter'; readonly params: { readonly node: string } }
  /** tokens go out on the flows of this node, as its kind decides; the token itself ends here or stays */
  | { readonly type: 'fork'; readonly params: { readonly node: string } };

export interface GuardJson {
  /** the gateway's decision is this flow; `when` repeats its condition for the reader, absent on the default */
  readonly type: 'takes';
  readonly params: { readonly gateway: string; readonly flow: string; readonly when?: string };
}

export interface TransitionJson {
  readonly guard?: GuardJson;
  readonly target?: string;
  readonly reenter?: true;
  readonly actions?: readonly ActionJson[];
}

export interface StateJson {
  readonly type?: 'final';
  readonly entry?: readonly ActionJson[];
  readonly always?: readonly TransitionJson[];
  /** `complete`, `retry`, or the event of a node or a flow */
  readonly on?: Readonly<Record<string, readonly TransitionJson[]>>;
}

export interface MachineJson {
  readonly id: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, StateJson>>;
}

/** State keys are the BPMN ids. A '.' separates paths in xstate and ':' cannot occur in an id, so one becomes the other. */
export const stateKey = (id: string): string => (id.includes('.') ? id.replaceAll('.', ':') : id);

/** Our own states start with ':', which no BPMN id can. A new token is in NEW until it is put on a flow or a node. */
export const NEW = ':new';
/** the event that puts a new token on a flow */
export const flowEvent = (id: string): string => `:flow:${stateKey(id)}`;
/** the event of a boundary event, or of an event behind an event-based gateway */
export const nodeEvent = (id: string): string => `:on:${stateKey(id)}`;
/** the token is consumed */
export const GONE = ':gone';
/** the state of one iteration or instance of a loop; the activity's own state is that of the whole loop */
export const eachKey = (id: string): string => `${stateKey(id)}${EACH}`;
export const isEachKey = (key: string): boolean => key.endsWith(EACH);
const EACH = '::each';
