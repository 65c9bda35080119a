import { createMachine } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { ActionJson, GuardJson, MachineJson } from '../compile/machine-json.js';
import { transition } from './inert-scope.js';

/** What a machine does with one event: the state it comes to, and the actions it asks for, in order. */
export interface Macrostep {
  readonly state: string;
  readonly actions: readonly ActionJson[];
}

export type Takes = GuardJson['params'];

interface Context {
  readonly takes: (params: Takes) => boolean;
}

/** What is known of one state and event: a guard to ask next, or the answer. */
type Known = { readonly macrostep: Macrostep } | { readonly guard: Takes; yes: Known | null; no: Known | null };

/** Microsteps within one macrostep before it counts as a loop without end. A thousand gateways in a row need a thousand. */
const MAX_ITERATIONS = 3_000;

/** Macrosteps kept of one machine: thirty choices in a row could come out in a billion ways. */
const MOST_KEPT = 10_000;

/**
 * The macrosteps of one machine. Guards are the only thing in which two macrosteps from one state on one event can
 * differ, so what xstate worked out once for a row of guard answers holds for ever: it is kept as a tree of guards.
 * xstate is asked only for what is new.
 */
export class Macrosteps {
  private machine: AnyStateMachine | null = null;
  /** by state, then by event */
  private readonly known = new Map<string, Map<string, Known>>();

  private kept = 0;

  /** @param most macrosteps kept; one more, and all are worked out again as they come */
  constructor(
    private readonly config: MachineJson,
    private readonly most = MOST_KEPT,
  ) {}

  /** how many macrosteps are kept */
  get size(): number {
    return this.kept;
  }

  /** @throws when the machine does not come to rest */
  take(state: string, event: string, takes: Context['takes']): Macrostep {
    let at = this.known.get(state)?.get(event) ?? null;
    while (at !== null) {
      if ('macrostep' in at) return at.macrostep;
      at = takes(at.guard) ? at.yes : at.no;
    }
    const asked: { guard: Takes; answer: boolean }[] = [];
    const answers = new Map<string, boolean>();
    const recording: Context = {
      takes: (guard) => {
        const before = answers.get(guard.flow);
        if (before !== undefined) return before;
        const answer = takes(guard);
        answers.set(guard.flow, answer);
        asked.push({ guard, answer });
        return answer;
      },
    };
    const macrostep = this.run(state, event, recording);
    if (this.kept >= this.most) {
      this.known.clear();
      this.kept = 0;
    }
    this.kept++;
    const known = this.known.get(state) ?? new Map<string, Known>();
    known.set(event, remember(known.get(event) ?? null, asked, macrostep));
    this.known.set(state, known);
    return macrostep;
  }

  private run(state: string, event: string, context: Context): Macrostep {
    this.machine ??= machineOf(this.config);
    const before = this.machine.resolveState({ value: state, context }) as AnyMachineSnapshot;
    const { snapshot, actions } = transition(this.machine, before, { type: event });
    return { state: String(snapshot.value), actions: actions as readonly ActionJson[] };
  }
}

function remember(
  known: Known | null,
  [first, ...rest]: readonly { guard: Takes; answer: boolean }[],
  macrostep: Macrostep,
): Known {
  if (first === undefined) return { macrostep };
  const node: Known = known !== null && 'guard' in known ? known : { guard: first.guard, yes: null, no: null };
  if (first.answer) node.yes = remember(node.yes, rest, macrostep);
  else node.no = remember(node.no, rest, macrostep);
  return node;
}

const nothing = (): void => {};

function machineOf(config: MachineJson): AnyStateMachine {
  const machine = { ...config, context: {}, options: { maxIterations: MAX_ITERATIONS } };
  const implementations = {
    guards: { takes: ({ context }: { context: Context }, params: Takes) => context.takes(params) },
    actions: { pass: nothing, enter: nothing, fork: nothing },
  };
  // The config is our own JSON; xstate's type asks for literal names of guards and actions it cannot know.
  return createMachine(machine as never, implementations as never) as unknown as AnyStateMachine;
}

/** What xstate says of a loop between states; of one that leads from a state to itself it says nothing. */
export const endlessLoop = (at: string): Error => new Error(`Infinite loop detected: ${at} leads to itself`);

export const isEndless = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Infinite loop detected');
