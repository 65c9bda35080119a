import type { ByChoice } from '../bpmn/model/assignment.js';
import type { Effect } from '../run/marking.js';
import type { Workflow } from '../run/workflow.js';
import type { ItemAnswer, OpenItem, ReturnItem } from '../rounds/return-items.js';
import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import type { Seater } from './candidates/seater.js';
import type {
  Decision,
  DecidingVerb,
  ReturnTo,
  SeatEffect,
  SignerMode,
  SignerSide,
  Standing,
} from './standing/standing.js';

/** What is done on a task: the seat's own. */
export const TASK_VERBS = [
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
export type TaskVerb = (typeof TASK_VERBS)[number];

/** What is done on a matter as a whole, whoever has its tasks. */
export const MATTER_VERBS = [
  'withdraw',
  'cancel',
  'terminate',
  'reopen',
  'urge',
  'reroute',
  'confirmReroute',
  'dropReroute',
  'handOver',
] as const;
export type MatterVerb = (typeof MATTER_VERBS)[number];

export type Verb = TaskVerb | MatterVerb;

/** Whom the starter chooses for later nodes: node → persons. */
export type Choices = Readonly<Record<string, readonly string[]>>;

export type TaskAct =
  | { readonly verb: 'claim' }
  | { readonly verb: 'release' }
  | { readonly verb: 'save' }
  | {
      readonly verb: 'submit';
      readonly variables: JsonObject;
      readonly answers?: readonly ItemAnswer[];
      readonly chosen?: Choices;
    }
  | {
      readonly verb: 'approve';
      readonly opinion?: string;
      /** items of earlier returns that the reviewer holds to be done with */
      readonly resolved?: readonly string[];
      readonly variables?: JsonObject;
      readonly chosen?: Choices;
    }
  | {
      readonly verb: 'return';
      readonly reason: string;
      readonly where?: ReturnTo['where'];
      readonly nodeId?: string;
      readonly after?: ReturnTo['after'];
      readonly items?: readonly ReturnItem[];
      /** items of the last return that are settled */
      readonly resolved?: readonly string[];
      readonly variables?: JsonObject;
    }
  | { readonly verb: 'reject'; readonly reason: string; readonly variables?: JsonObject }
  | { readonly verb: 'transfer'; readonly toId: string; readonly reason: string }
  | { readonly verb: 'delegate'; readonly toId: string; readonly reason: string }
  | { readonly verb: 'reply'; readonly opinion: string }
  | {
      readonly verb: 'addSigner';
      readonly side: SignerSide;
      readonly mode: SignerMode;
      readonly personIds: readonly string[];
      readonly reason?: string;
    }
  | { readonly verb: 'removeSigner'; readonly seat: number; readonly reason: string };

export type MatterAct =
  | { readonly verb: 'withdraw'; readonly reason: string }
  | { readonly verb: 'cancel'; readonly reason: string }
  | { readonly verb: 'terminate'; readonly reason: string }
  | { readonly verb: 'reopen'; readonly reason: string }
  | { readonly verb: 'urge'; readonly text?: string }
  | { readonly verb: 'reroute'; readonly token: number; readonly to: string; readonly reason: string }
  | { readonly verb: 'confirmReroute' }
  | { readonly verb: 'dropReroute' }
  /** 离职交接: every open seat of one person goes to another */
  | { readonly verb: 'handOver'; readonly fromId: string; readonly toId: string; readonly reason: string };

export type Act = TaskAct | MatterAct;

/** The one who acts, and for whom that person may act today (代理). */
export interface ActingPerson {
  readonly personId: string;
  readonly deputyFor?: readonly string[];
}

export interface MatterContext {
  readonly workflow: Workflow;
  readonly standing: Standing;
  readonly actor: ActingPerson;
  /** finds who gets what opens; what it answers is recorded, so that a replay needs no directory */
  readonly seater: Seater;
  readonly now: Instant;
  /** who began the matter; null: the clock */
  readonly startedBy?: string | null;
  /** items of earlier returns that are still open; absent where nothing is known of them (a dry run, a replay) */
  readonly openItems?: readonly OpenItem[];
  /** persons whom the city knows today; absent where nobody is known (a dry run, a replay) */
  readonly known?: ReadonlySet<string>;
  /** whether the starter may choose a person there; absent where nobody is known */
  readonly choosable?: (assignment: ByChoice, personId: string) => boolean;
  /** whether a person may get a draft: somebody of the unit whose matter it is, or of one of the actor's; absent as above */
  readonly mayDraft?: (personId: string) => boolean;
}

export interface ActContext extends MatterContext {
  /** the seat whose task it is */
  readonly seat: number;
  /** of the task's row: a seat may have had several tasks */
  readonly taskStatus?: 'open' | 'completed' | 'cancelled';
}

/** What happened to the submission's round. */
export type RoundChange =
  | null
  | { readonly type: 'opened' }
  | {
      readonly type: 'decided';
      readonly verdict: 'approve' | 'return' | 'reject';
      readonly reason: string | null;
    }
  /** its unit took it back · its reviewer took the verdict back */
  | { readonly type: 'takenBack'; readonly what: 'submission' | 'verdict' };

/** A step with everything that follows from it. */
export interface Advanced {
  readonly standing: Standing;
  readonly effects: readonly Effect[];
  readonly seats: readonly SeatEffect[];
}

export interface Performed extends Advanced {
  readonly round: RoundChange;
  /** what a seat decided by this act, 自动去重 included, in order */
  readonly decisions: readonly Decided[];
}

export interface Decided extends Pick<Decision, 'by' | 'forId' | 'text' | 'repeats'> {
  readonly verb: DecidingVerb;
  readonly nodeId: string;
  readonly token: number;
  readonly seat: number;
}

/** A button: offered with `allowed`, or shown with the reason why not. */
export interface Offer {
  readonly verb: Verb;
  readonly label: string;
  readonly allowed: boolean;
  readonly code?: string;
  readonly reason?: string;
  readonly cure?: string;
  /** return: where it may lead, the default first */
  readonly targets?: readonly ReturnTarget[];
}

/** A place that a return may lead to. */
export interface ReturnTarget {
  readonly where: ReturnTo['where'];
  readonly nodeId: string;
  readonly name: string;
  /** what may happen when the work comes back, the default first; drawn: the drawing says */
  readonly after: readonly ReturnTo['after'][] | 'drawn';
}
