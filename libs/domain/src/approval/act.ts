import type { Instant } from '../shared/instant.js';
import type { JsonObject } from '../shared/json.js';
import type { Effect, Marking } from '../run/marking.js';
import type { Workflow } from '../run/workflow.js';
import type { ItemAnswer, OpenItem, ReturnItem } from '../rounds/return-items.js';

export type Verb = 'claim' | 'release' | 'save' | 'submit' | 'approve' | 'return';

/** A task as its row says. `holderId` is who claimed it; candidates may all see it. */
export interface TaskState {
  readonly id: string;
  readonly nodeId: string;
  /** which of several tokens at the node the task is for; absent where there is one */
  readonly token?: number;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly candidateIds: readonly string[];
  readonly holderId: string | null;
}

export interface ActContext {
  readonly workflow: Workflow;
  readonly marking: Marking;
  readonly task: TaskState;
  readonly actor: { readonly personId: string };
  /** everyone who saved or submitted a draft in this instance */
  readonly drafterIds: readonly string[];
  readonly now: Instant;
  /** items of earlier returns that are still open; absent where nothing is known of them (a dry run, a replay) */
  readonly openItems?: readonly OpenItem[];
}

export type Act =
  | { readonly verb: 'claim' }
  | { readonly verb: 'release' }
  | { readonly verb: 'save' }
  | { readonly verb: 'submit'; readonly variables: JsonObject; readonly answers?: readonly ItemAnswer[] }
  | { readonly verb: 'approve'; readonly opinion?: string; readonly resolved?: readonly string[] }
  | {
      readonly verb: 'return';
      readonly reason: string;
      readonly items?: readonly ReturnItem[];
      /** ids of open items that the reviewer holds to be done with */
      readonly resolved?: readonly string[];
    };

/** What happened to the submission's round. `reason` is the return's reason, or the opinion of the last approval. */
export type RoundChange =
  | null
  | { readonly type: 'opened' }
  | { readonly type: 'decided'; readonly verdict: 'approve' | 'return'; readonly reason: string | null };

export interface Performed {
  readonly task: TaskState;
  readonly marking: Marking;
  readonly effects: readonly Effect[];
  readonly round: RoundChange;
}

/** A button: offered with `allowed`, or shown with the reason why not. */
export interface Offer {
  readonly verb: Verb;
  readonly label: string;
  readonly allowed: boolean;
  readonly code?: string;
  readonly reason?: string;
  readonly cure?: string;
}
