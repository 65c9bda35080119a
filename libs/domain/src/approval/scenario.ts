import type { JsonObject } from '../shared/json.js';
import type { Choices } from './act.js';
import type { ReturnTo, SignerMode, SignerSide } from './standing/standing.js';

/** The verbs of people on a task that a scenario may use; what they mean is perform.ts's business. */
export const SCENARIO_VERBS = [
  'claim',
  'release',
  'save',
  'submit',
  'approve',
  'return',
  'reject',
  'transfer',
  'delegate',
  'reply',
  'addSigner',
  'removeSigner',
] as const;

/** … and on the matter as a whole. */
export const SCENARIO_MATTER_VERBS = ['withdraw', 'cancel', 'urge'] as const;

/** An act of a person on a task. */
export interface TaskStep {
  readonly do: (typeof SCENARIO_VERBS)[number];
  /** node of the task */
  readonly at: string;
  readonly as?: string;
  /** which of several tasks at the node: the item it is for (a unit's name), or its number from 1 */
  readonly for?: string | number;
  readonly form?: JsonObject;
  /** a reason, an opinion, an answer */
  readonly reason?: string;
  /** submit, approve: whom for which node */
  readonly chosen?: Choices;
  /** return: where to, and what happens when the work comes back; transfer, delegate, removeSigner: the person */
  readonly where?: ReturnTo['where'];
  readonly to?: string;
  readonly after?: ReturnTo['after'];
  /** addSigner: the persons */
  readonly with?: readonly string[];
  /** addSigner: `beside` and `all` unless said */
  readonly side?: SignerSide;
  readonly mode?: SignerMode;
}

/** An act of a person on the matter. */
export interface MatterStep {
  readonly do: (typeof SCENARIO_MATTER_VERBS)[number];
  readonly as?: string;
  readonly reason?: string;
}

export type PersonStep = TaskStep | MatterStep;

/** Something that happens to the instance without a person: the clock, messages, answers of handlers, an administrator. */
export type WorldStep =
  /** the clock goes on by `P3D` or `5个工作日`; what is due on the way fires in order */
  | { readonly do: 'wait'; readonly span: string }
  /** … until a date */
  | { readonly do: 'until'; readonly date: string }
  /** … until this timer fires */
  | { readonly do: 'timer'; readonly at: string }
  /** a task done without any rule of approval: what a counterexample consists of */
  | {
      readonly do: 'complete';
      readonly at: string;
      readonly for?: string | number;
      readonly variables?: JsonObject;
    }
  | {
      readonly do: 'message';
      readonly name: string;
      readonly key?: string;
      readonly at?: string;
      readonly variables?: JsonObject;
    }
  | { readonly do: 'signal'; readonly name: string; readonly variables?: JsonObject }
  /** the answer of a service handler: a result, a BPMN error, or failed for good */
  | {
      readonly do: 'job';
      readonly at: string;
      readonly for?: string | number;
      readonly result?: JsonObject;
      readonly error?: string;
      readonly failed?: string;
    }
  /** an administrator mends the variables and tries an incident again */
  | { readonly do: 'retry'; readonly at: string; readonly for?: string | number; readonly variables?: JsonObject }
  | { readonly do: 'change'; readonly variables: JsonObject }
  | { readonly do: 'terminate'; readonly outcome: string };

/** What must be true after a step. */
export interface Expected {
  /** code of the refusal that is expected; nothing changes */
  readonly refused?: string;
  /** code of the incident that the step runs into; one that nobody expects fails the scenario */
  readonly incident?: string;
  /** node ids where something waits afterwards, a node as often as tokens wait there, or once */
  readonly then?: readonly string[];
  /** timers that fire in the step, in order */
  readonly fires?: readonly string[];
  /** names of the messages and signals that the step sends, in order */
  readonly sends?: readonly string[];
}

export type ScenarioStep = (PersonStep | WorldStep) & Expected;

export interface Scenario {
  readonly name: string;
  /** the clock's first reading, an ISO date; 2024-01-02T09:00, a Tuesday, when not written */
  readonly starts?: string;
  /** another process of the file, and the start event that a message, a signal or a timer fires */
  readonly process?: string;
  readonly at?: string;
  readonly variables?: JsonObject;
  /**
   * node → who decides there: its candidates, or a seat each where it has seats. Elsewhere everybody who acts in the
   * scenario is a candidate; where several decide, those who act there have a seat each, but whom somebody brings in
   */
  readonly people?: Readonly<Record<string, readonly string[]>>;
  readonly steps: readonly ScenarioStep[];
  /** outcome of the instance; absent when it is still under way */
  readonly ends?: string;
  /** nodes that must have been passed, in any order */
  readonly passes?: readonly string[];
}

export const isTaskStep = (step: ScenarioStep): step is TaskStep & Expected =>
  (SCENARIO_VERBS as readonly string[]).includes(step.do);

export const isPersonStep = (step: ScenarioStep): step is PersonStep & Expected =>
  isTaskStep(step) || (SCENARIO_MATTER_VERBS as readonly string[]).includes(step.do);

export const personOf = ({ as }: { readonly as?: string }): string => as ?? '办理人';
