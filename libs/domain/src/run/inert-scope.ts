import { createActor, createMachine } from 'xstate';
import type { AnyActorScope, AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';

/** Where the machine comes to, and the actions that it asked for: names and params, nothing executed. */
interface Recording {
  readonly snapshot: AnyMachineSnapshot;
  readonly actions: readonly { readonly type: string; readonly params: unknown }[];
}

// xstate's own transition() builds an actor and runs the machine's initial macrostep on every call. machine.transition
// is the same step without that; it only wants a scope, and one that does nothing serves every machine.
const never = createActor(createMachine({}));
const nothing = (): void => {};

/** One macrostep. Throws when the machine does not come to rest within its `maxIterations`. */
export function transition(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: EventObject): Recording {
  const actions: { type: string; params: unknown }[] = [];
  const scope: AnyActorScope = {
    self: never,
    system: never.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: ({ type, params }) => {
      actions.push({ type, params });
    },
  };
  return { snapshot: machine.transition(snapshot, event, scope), actions };
}
