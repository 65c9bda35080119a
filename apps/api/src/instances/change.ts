import type { JsonObject, Marking, SeatClosing } from '@chengban/domain';
import type { RequestKind } from '../definitions/flows.read-model.js';
import type { ChainedLine } from './history-chain.js';
import type { InstanceStatus, StoredApproval } from './locked-state.js';
import type { ItemChange } from './open-items.js';
import type { DraftAnswer } from './act-request.js';
import type { Seats } from './seats.js';

// What one command writes. Everything is data; write-change.ts turns it into one statement.

export interface OpenedTask {
  readonly id: string;
  readonly nodeId: string;
  readonly token: number;
  readonly seat: number;
  readonly name: string;
  readonly purpose: string;
  readonly candidateIds: readonly string[];
  readonly holderId: string | null;
  readonly dueAt: Date | null;
  /** 超时: when its people are reminded, and those above them told */
  readonly remindAt: Date | null;
  readonly escalateAt: Date | null;
}

/** The open task of a seat ends. */
export interface ClosedSeat {
  readonly seat: number;
  readonly status: 'completed' | 'cancelled';
  readonly how: SeatClosing;
  readonly byId: string | null;
}

/** The open task of a seat is somebody else's. */
interface ChangedSeat {
  readonly seat: number;
  readonly candidateIds: readonly string[];
  readonly holderId: string | null;
}

/** Where something waits: several tokens may be at one node. */
export interface Waiting {
  readonly nodeId: string;
  readonly token: number;
}

interface StartedTimer extends Waiting {
  readonly id: string;
  readonly dueAt: Date;
}

/** Work for a handler. */
interface StartedJob extends Waiting {
  readonly id: string;
  readonly handler: string;
  readonly input: JsonObject;
}

/** A place that waits for a message or signal from outside. */
interface StartedWait extends Waiting {
  readonly id: string;
  readonly kind: 'message' | 'signal';
  readonly name: string;
  readonly key: string | null;
}

export interface OutboxMessage {
  readonly id: string;
  readonly topic: string;
  readonly payload: JsonObject;
}

interface NewRound {
  readonly no: number;
  readonly data: JsonObject;
  readonly evidenceIds: readonly string[];
  /** files that fields of the form name: the round rests on them as on the general evidence */
  readonly fileIds: readonly string[];
}

export interface Verdict {
  readonly id: string;
  readonly roundNo: number;
  readonly taskId: string | null;
  readonly nodeId: string;
  /** `takeBack`: a verdict is void, `withdraw`: the round itself is */
  readonly verdict: 'approve' | 'return' | 'reject' | 'takeBack' | 'withdraw';
  readonly reason: string;
  readonly personId: string;
  /** 代: for whom a deputy spoke */
  readonly forId: string | null;
  /** 自动去重: the step at which the person agreed */
  readonly repeats: string | null;
  /** the fields of the form that the reviewer wrote; null where none */
  readonly data: JsonObject | null;
  /** true when nothing is left to decide about the round */
  readonly final: boolean;
}

export interface SavedDraft {
  readonly data: JsonObject;
  readonly evidenceIds: readonly string[];
  readonly answers?: readonly DraftAnswer[];
}

/** The stage of a submission and of its obligation. */
export type Stage = 'drafting' | 'submitted' | 'returned' | 'closed';

interface IdempotentAnswer {
  readonly key: string;
  readonly requestHash: Buffer;
  readonly status: number;
  readonly etag: string | null;
  readonly body: unknown;
}

/** Who the new row belongs to; only a start carries it. */
export interface NewInstance {
  /** false: started by a message beside the flow that answers the obligation */
  readonly main: boolean;
  readonly request: RequestKind | null;
  readonly definitionVersionId: string;
  readonly unitId: string;
  readonly supervisorUnitId: string;
  readonly seats: Seats;
  /** null: the clock */
  readonly startedBy: string | null;
}

export interface Change {
  readonly tenant: string;
  readonly instanceId: string;
  readonly obligationId: string;
  readonly submissionId: string;
  readonly unitId: string;
  /** whether the obligation follows this instance */
  readonly main: boolean;
  readonly at: Date;
  readonly actorId: string | null;
  readonly start: NewInstance | null;
  readonly marking: Marking;
  readonly approval: StoredApproval;
  readonly status: InstanceStatus;
  readonly outcome: string | null;
  readonly revision: number;
  readonly round: number;
  readonly drafterIds: readonly string[];
  readonly readerUnitIds: readonly string[];
  /** null where the stage did not move */
  readonly stage: Stage | null;
  readonly readersChanged: boolean;
  readonly closedSeats: readonly ClosedSeat[];
  readonly changedSeats: readonly ChangedSeat[];
  readonly opened: readonly OpenedTask[];
  /** the timer whose moment this command is */
  readonly firedTimerId: string | null;
  readonly cancelledTimers: readonly Waiting[];
  readonly startedTimers: readonly StartedTimer[];
  /** the job whose answer this command is */
  readonly doneJobId: string | null;
  readonly cancelledJobs: readonly Waiting[];
  readonly startedJobs: readonly StartedJob[];
  readonly endedWaits: readonly Waiting[];
  readonly startedWaits: readonly StartedWait[];
  readonly history: readonly ChainedLine[];
  readonly outbox: readonly OutboxMessage[];
  readonly newRound: NewRound | null;
  readonly verdicts: readonly Verdict[];
  /** of one drafting task: two may be open at once */
  readonly draft: { readonly taskId: string; readonly kept: SavedDraft | null } | null;
  /** what the act says about items of returns, where it says anything */
  readonly items?: ItemChange | null;
  readonly answer: (IdempotentAnswer & { readonly personId: string }) | null;
}
