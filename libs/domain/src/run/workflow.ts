import { createMachine } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { actions, guardsOf } from './implementations.js';
import { layoutOf } from './layout.js';
import type { Layout } from './layout.js';

/** A flow ready to step. Keep it in memory under the definition's hash; it holds no instance's state. */
export interface Workflow {
  readonly compiled: CompiledFlow;
  /** when given to `loadWorkflow`, markings of any other definition are refused */
  readonly definitionHash: string | null;
  readonly machine: AnyStateMachine;
  readonly layout: Layout;
}

/** Microsteps within one step before it counts as a loop without end. A thousand gateways in a row need a thousand. */
const MAX_ITERATIONS = 3_000;

/** Compiled JSON → ready to step. Cheap (no XML, no checks), and the same on every process. */
export function loadWorkflow(compiled: CompiledFlow, definitionHash?: string): Workflow {
  const config = {
    ...compiled.machine,
    context: ({ input }: { input: unknown }) => input,
    options: { maxIterations: MAX_ITERATIONS },
  };
  // The config is our own JSON (StateJson); xstate's type asks for literal names of guards and actions it cannot know.
  const machine = createMachine(
    config as never,
    { guards: guardsOf(compiled), actions } as never,
  ) as unknown as AnyStateMachine;
  return { compiled, definitionHash: definitionHash ?? null, machine, layout: layoutOf(compiled) };
}
