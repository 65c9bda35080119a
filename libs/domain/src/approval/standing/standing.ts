import type { ReturnWhere } from '../../bpmn/model.js';
import type { Footprint, Pieces } from '../../run/footprint.js';
import type { Marking } from '../../run/marking.js';
import type { Instant } from '../../shared/instant.js';
import type { JsonObject } from '../../shared/json.js';

// What approval knows of an instance beside its marking. Plain JSON: stored, compared, replayed. Members that say nothing
// are absent.

/** Where a flow stands: the marking, who sits at its user tasks, and how it came there. */
export interface Standing {
  readonly marking: Marking;
  /** one for each token that waits at a user task */
  readonly sittings: readonly Sitting[];
  /** the steps that still count, oldest first: what was returned or taken back is not among them */
  readonly trail: readonly TrailStep[];
  /** what returns have put aside, so that it can stand again when the work comes back */
  readonly asides: readonly Aside[];
  /** number of the last seat */
  readonly lastSeat: number;
  /** whom the starter chose, by node */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  /** a reviewer has decided something, ever */
  readonly reviewed: boolean;
  /** a move of a token that waits for a second person */
  readonly reroute: Reroute | null;
  /** everybody who saved or handed in a draft */
  readonly drafterIds: readonly string[];
  /** rounds handed in */
  readonly round: number;
}

/** One stay of a token at a user task, with the seats that decide it. */
export interface Sitting {
  readonly nodeId: string;
  readonly token: number;
  readonly dueAt?: Instant;
  readonly seats: readonly Seat[];
}

/**
 * - `open`: has a task · `waiting`: not yet its turn · `decided`
 * - `closed`: the sitting was decided without it · `removed`: 减签
 */
export type SeatStatus = 'open' | 'waiting' | 'decided' | 'closed' | 'removed';

export interface Seat {
  /** unique in the instance, never given again */
  readonly id: number;
  readonly status: SeatStatus;
  /** who may decide; frozen when the sitting opened */
  readonly candidateIds: readonly string[];
  readonly holderId?: string;
  /** nobody was found: flow administrators stand in */
  readonly fallback?: true;
  readonly decision?: Decision;
  /** 加签: asked for by another seat */
  readonly asked?: Asked;
  /** 委派, the latest last */
  readonly delegations?: readonly Delegation[];
  readonly urged?: { readonly times: number; readonly at: Instant };
}

export const SIGNER_SIDES = ['before', 'after', 'beside'] as const;
export type SignerSide = (typeof SIGNER_SIDES)[number];
export const SIGNER_MODES = ['all', 'any', 'sequence'] as const;
export type SignerMode = (typeof SIGNER_MODES)[number];

interface Asked {
  /** the seat that asked */
  readonly by: number;
  /** the first seat of those asked together */
  readonly group: number;
  readonly side: SignerSide;
  readonly mode: SignerMode;
  readonly byId: string;
}

export interface Delegation {
  readonly byId: string;
  /** 代: for whom, where a deputy delegated */
  readonly forId?: string;
  readonly toId: string;
  readonly at: Instant;
  readonly reason?: string;
  /** to whom it comes back */
  readonly back: { readonly candidateIds: readonly string[] };
  /** when it came back, and with what */
  readonly backAt?: Instant;
  readonly opinion?: string;
}

export type DecidingVerb = 'submit' | 'approve' | 'return' | 'reject';

export interface Decision {
  readonly verb: DecidingVerb;
  readonly by: string;
  /** 代: for whom, where a deputy decided */
  readonly forId?: string;
  readonly at: Instant;
  /** opinion, or reason of a return or rejection */
  readonly text?: string;
  readonly back?: ReturnTo;
  /** 自动去重: decided the same at another step */
  readonly repeats?: string;
}

/** Where a return leads, and what happens when the work comes back. */
export interface ReturnTo {
  readonly where: Exclude<ReturnWhere, 'any'> | 'node';
  readonly nodeId?: string;
  readonly after: 'direct' | 'replay';
}

/** One step that counts. */
export interface TrailStep {
  readonly at: Instant;
  readonly footprint: Footprint;
  /** the sitting that it decided; absent: the clock, a message, an answer */
  readonly sitting?: Sitting;
  readonly verb?: DecidingVerb;
  readonly by?: string;
  readonly round?: number;
  /** nodes and flows that tokens passed in it */
  readonly passed?: readonly string[];
  /** 自动去重: nobody did anything for it */
  readonly repeats?: string;
  /** something left the flow for good: a message, a signal */
  readonly sent?: true;
  /** what it wrote over, to be written again when it is taken back */
  readonly wrote?: JsonObject;
  /** other sittings that it ended: they stand again as they were */
  readonly others?: readonly Sitting[];
  /** handed in after a return, straight back: what it put in its place */
  readonly resumed?: Aside;
  /** what earlier returns had put aside, and no way leads back to */
  readonly dropped?: readonly Aside[];
}

/** What a return took away from in front of the work that it opened again. */
export interface Aside {
  /** the token of the work that was opened again */
  readonly token: number;
  readonly nodeId: string;
  /** false: only to take the return itself back */
  readonly direct: boolean;
  readonly at: Instant;
  /** whose decision was the last */
  readonly by: string;
  readonly round: number;
  /** to stand again, and to be gone then */
  readonly pieces: Pieces;
  readonly gone: readonly number[];
  /** what stands in their place besides the work itself: changed meanwhile, they cannot be put back */
  readonly instead: Pieces;
  /** tokens that went on beside it, and where they then were */
  readonly beside: readonly string[];
  /** the one that returned, its decisions included, and those of the tokens that went with it */
  readonly sittings: readonly Sitting[];
  readonly trail: readonly TrailStep[];
  readonly asides: readonly Aside[];
}

export interface Reroute {
  readonly byId: string;
  readonly token: number;
  readonly to: string;
  readonly reason: string;
  readonly at: Instant;
}

/** What becomes of tasks: one open seat is one open task. */
export type SeatEffect =
  | {
      readonly type: 'open';
      readonly seat: number;
      readonly nodeId: string;
      readonly token: number;
      readonly candidateIds: readonly string[];
      readonly holderId: string | null;
      readonly fallback: boolean;
      readonly dueAt: Instant | null;
    }
  | {
      readonly type: 'change';
      readonly seat: number;
      readonly candidateIds: readonly string[];
      readonly holderId: string | null;
    }
  | { readonly type: 'close'; readonly seat: number; readonly how: SeatClosing; readonly byId?: string };

/** `done`: by its holder · `byOthers`: 已由他人办理 · `cancelled`: became meaningless · `takenBack`: 撤回 · `removed`: 减签 */
export type SeatClosing = 'done' | 'byOthers' | 'cancelled' | 'takenBack' | 'removed';
