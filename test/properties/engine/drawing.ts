// What is drawn, in the plainest form: neither the generator, the writer nor the game knows the compiler.

export type Kind =
  | 'start'
  | 'end'
  | 'task'
  | 'service'
  | 'xor'
  | 'and'
  | 'or'
  | 'eventBased'
  | 'sub'
  | 'eventSub'
  | 'boundary'
  | 'catch'
  | 'throw';

export type Trigger =
  /** fires `times` times, where the event does not interrupt */
  | { readonly kind: 'timer'; readonly times: number }
  | { readonly kind: 'message'; readonly name: string }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'link'; readonly name: string }
  /** null catches every code */
  | { readonly kind: 'error'; readonly code: string | null }
  | { readonly kind: 'escalation'; readonly code: string | null }
  | { readonly kind: 'terminate' };

export type Loop =
  /** goes on while the choice named like the node is true */
  | { readonly kind: 'standard'; readonly before: boolean; readonly maximum: number }
  /** `enough`: completed when so many instances are, the rest being cancelled */
  | { readonly kind: 'many'; readonly sequential: boolean; readonly total: number; readonly enough: number | null };

export interface DrawnNode {
  readonly id: string;
  readonly kind: Kind;
  readonly scope: string;
  /** boundary events: the activity they sit on */
  readonly host?: string;
  readonly trigger?: Trigger;
  /** boundary events and starts of event sub-processes */
  readonly beside?: boolean;
  readonly loop?: Loop;
  readonly startQuantity?: number;
  readonly completionQuantity?: number;
}

export interface DrawnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly scope: string;
  /** `choice`: taken when the choice named like the flow is true; absent: no condition */
  readonly when?: 'choice' | 'default';
}

export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly flows: readonly DrawnFlow[];
}

/** By flow, and by looping activity. */
export type Choices = Readonly<Record<string, boolean>>;

export const PROCESS = 'process';

/** Some choices for a drawing; the same number gives the same ones. */
export function choicesOf(drawing: Drawing, number: number): Choices {
  const names = [
    ...drawing.flows.filter((flow) => flow.when === 'choice').map((flow) => flow.id),
    ...drawing.nodes.filter((node) => node.loop?.kind === 'standard').map((node) => node.id),
  ];
  return Object.fromEntries(names.map((name, at) => [name, Math.floor((number + 13 * at) / ((at % 5) + 1)) % 2 === 0]));
}
