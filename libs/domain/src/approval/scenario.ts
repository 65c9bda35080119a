import type { JsonObject } from '../shared/json.js';
import type { ReturnTo } from './standing/standing.js';

/** The verbs of people that a scenario may use; what they mean is perform.ts's business. */
export const SCENARIO_VERBS = ['claim', 'release', 'save', 'submit', 'approve', 'return', 'reject'] as const;

/** An act of a person on a task. */
export interface PersonStep {
  readonly do: (typeof SCENARIO_VERBS)[number];
  /** node of the task */
  readonly at: string;
  /** who acts; everyone named in the scenario is a candidate of every task */
  readonly as?: string;
  /** which of several tasks at the node: the item it is for (a unit's name), or its number from 1 */
  readonly for?: string | number;
  readonly form?: JsonObject;
  readonly reason?: string;
  /** return: where to, and what happens when the work comes back */
  readonly where?: ReturnTo['where'];
  readonly to?: string;
  readonly after?: ReturnTo['after'];
}

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
  readonly steps: readonly ScenarioStep[];
  /** outcome of the instance; absent when it is still under way */
  readonly ends?: string;
  /** nodes that must have been passed, in any order */
  readonly passes?: readonly string[];
}

export const isPersonStep = (step: ScenarioStep): step is PersonStep & Expected =>
  (SCENARIO_VERBS as readonly string[]).includes(step.do);
