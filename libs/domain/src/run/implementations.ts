import { assign, raise } from 'xstate';
import type { JsonObject } from '../shared/json.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import type { ActionJson, GuardJson } from '../compile/machine-json.js';
import { choose } from './choose.js';

/** All that guards read: never the event's data, which is gone after a raise or a done event. */
export interface MachineContext {
  readonly variables: JsonObject;
  readonly joins: Readonly<Record<string, number>>;
  /** tokens in each net that is active, those waiting at joins included */
  readonly tokens: Readonly<Record<string, number>>;
}

export type MachineEvent =
  | { readonly type: 'complete' | 'timer'; readonly nodeId: string }
  | { readonly type: 'error'; readonly from: string }
  | { readonly type: 'token'; readonly to: string }
  | { readonly type: 'retry' };

type Params<Json extends { readonly type: string; readonly params: object }, Type extends Json['type']> = Extract<
  Json,
  { readonly type: Type }
>['params'];

interface Seen {
  readonly context: MachineContext;
  readonly event: MachineEvent;
}

export function guardsOf(flow: CompiledFlow) {
  const field = (event: MachineEvent, name: 'nodeId' | 'from' | 'to'): string | undefined =>
    (event as unknown as Record<string, string | undefined>)[name];
  return {
    isFor: ({ event }: Seen, { node }: Params<GuardJson, 'isFor'>) => field(event, 'nodeId') === node,
    isFrom: ({ event }: Seen, { ends }: Params<GuardJson, 'isFrom'>) => ends.includes(field(event, 'from') ?? ''),
    isTo: ({ context, event }: Seen, { node, flows }: Params<GuardJson, 'isTo'>) =>
      field(event, 'to') === node && (flows ?? []).every((id) => (context.joins[id] ?? 0) > 0),
    isEmpty: ({ context }: Seen, { scope }: Params<GuardJson, 'isEmpty'>) => context.tokens[scope] === 0,
    takes: ({ context }: Seen, params: Params<GuardJson, 'takes'>) => {
      const choice = choose(flow, params.gateway, context.variables);
      return choice.kind === 'flow' && choice.flow === params.flow;
    },
  };
}

const nothing = (): void => {};

/** Counts change here; what the world should do is only named, and read back from the step's actions. */
export const actions = {
  pass: nothing,
  open: nothing,
  leave: nothing,
  startTimer: nothing,
  stopTimer: nothing,
  reach: nothing,
  collide: nothing,
  throw: raise((_: unknown, params: Params<ActionJson, 'throw'>) => ({ type: 'error', from: params.from })),
  token: raise((_: unknown, params: Params<ActionJson, 'token'>) => ({ type: 'token', to: params.to })),
  arrive: assign(({ context }: Seen, { flow }: Params<ActionJson, 'arrive'>) => ({
    joins: { ...context.joins, [flow]: (context.joins[flow] ?? 0) + 1 },
  })),
  join: assign(({ context }: Seen, { scope, flows }: Params<ActionJson, 'join'>) => ({
    joins: { ...context.joins, ...Object.fromEntries(flows.map((id) => [id, (context.joins[id] ?? 0) - 1])) },
    tokens: { ...context.tokens, [scope]: (context.tokens[scope] ?? 0) - flows.length + 1 },
  })),
  count: assign(({ context }: Seen, { scope, by }: Params<ActionJson, 'count'>) => ({
    tokens: { ...context.tokens, [scope]: (context.tokens[scope] ?? 0) + by },
  })),
  enterNet: assign(({ context }: Seen, { scope }: Params<ActionJson, 'enterNet'>) => ({
    tokens: { ...context.tokens, [scope]: 1 },
  })),
  leaveNet: assign(({ context }: Seen, { scope, flows }: Params<ActionJson, 'leaveNet'>) => ({
    joins: { ...context.joins, ...Object.fromEntries(flows.map((id) => [id, 0])) },
    tokens: { ...context.tokens, [scope]: 0 },
  })),
};
