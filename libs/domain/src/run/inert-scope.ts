import { createActor, createMachine } from 'xstate';
import type { AnyActorScope, AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';

/** An action the machine asked for: its name and params, nothing executed. */
export interface AskedAction {
  readonly type: string;
  readonly params: unknown;
}

// xstate's own transition() builds an actor and runs the machine's initial macrostep on every call. machine.transition
// is the same step without that; it only wants a scope, and one that does nothing serves every machine.
const never = createActor(createMachine({}));
const nothing = (): void => {};

interface Recording {
  readonly snapshot: AnyMachineSnapshot;
  readonly actions: readonly AskedAction[];
}

function record(run: (scope: AnyActorScope) => AnyMachineSnapshot): Recording {
  const actions: AskedAction[] = [];
  const scope: AnyActorScope = {
    self: never,
    system: never.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: (action) => {
      actions.push({ type: action.type, params: action.params });
    },
  };
  return { snapshot: run(scope), actions };
}

/** One macrostep. Throws when the machine does not come to rest within its `maxIterations`. */
export const transition = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: EventObject): Recording =>
  record((scope) => machine.transition(snapshot, event, scope));

/** The initial macrostep. */
export const start = (machine: AnyStateMachine, input: unknown): Recording =>
  record((scope) => {
    const snapshot: AnyMachineSnapshot = machine.getInitialSnapshot(scope, input);
    if (snapshot.status === 'error') throw snapshot.error;
    return snapshot;
  });
