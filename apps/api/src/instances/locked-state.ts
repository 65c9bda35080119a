import type { DirectoryEntry, Marking, Standing, TaskPurpose } from '@chengban/domain';
import type { RequestKind } from '../definitions/flows.read-model.js';

export type InstanceStatus = 'running' | 'completed' | 'incident';
type TaskStatus = 'open' | 'completed' | 'cancelled';

/** What is stored of a standing besides the columns that say the rest. */
export type StoredApproval = Omit<Standing, 'marking' | 'drafterIds' | 'round'>;

/** The row of an instance while its lock is held. */
export interface LockedInstance {
  readonly tenant: string;
  readonly id: string;
  readonly definitionVersionId: string;
  readonly obligationId: string;
  readonly unitId: string;
  readonly supervisorUnitId: string;
  readonly readerUnitIds: readonly string[];
  readonly drafterIds: readonly string[];
  readonly submissionId: string;
  readonly round: number;
  readonly marking: Marking;
  readonly approval: StoredApproval;
  readonly status: InstanceStatus;
  readonly outcome: string | null;
  readonly revision: number;
  readonly historySeq: number;
  readonly historyHash: string;
  /** null: no person, the clock */
  readonly startedBy: string | null;
  /** false: started by a message or signal beside the flow that answers the obligation */
  readonly main: boolean;
  /** what it asks for beside that flow; null: nothing in particular */
  readonly request: RequestKind | null;
  /** the seats of its flow: units and roles in step */
  readonly seatUnitIds: readonly string[];
  readonly seatRoles: readonly string[];
  readonly seatPersonIds: readonly string[];
}

/** The row of a task while its lock, and that of its instance, is held. */
export interface LockedTask {
  readonly id: string;
  readonly nodeId: string;
  readonly token: number;
  readonly seat: number;
  readonly name: string;
  readonly purpose: TaskPurpose;
  readonly status: TaskStatus;
  readonly candidateIds: readonly string[];
  readonly holderId: string | null;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** Somebody who holds a role today in one of the units that the flow names; tasks that open find their candidates here. */
export interface SeatHolder extends DirectoryEntry {
  readonly name: string;
}

/** What the obligation says of itself on every task and in every notification. */
export interface ObligationFace {
  readonly id: string;
  readonly number: string;
  readonly measureNo: number;
  readonly measureText: string;
  readonly requirement: string;
  readonly unitName: string;
  readonly dueOn: string;
  readonly status: string;
  readonly submittedAt: Date | null;
  readonly returnedAt: Date | null;
  readonly closedAt: Date | null;
}

/** An instance as approval knows it. */
export const standingOf = ({ marking, approval, drafterIds, round }: LockedStanding): Standing => ({
  ...approval,
  marking,
  drafterIds,
  round,
});

type LockedStanding = Pick<LockedInstance, 'marking' | 'approval' | 'drafterIds' | 'round'>;

export function approvalOf(standing: Standing): StoredApproval {
  const { sittings, trail, asides, lastSeat, chosen, reviewed, reroute } = standing;
  return { sittings, trail, asides, lastSeat, chosen, reviewed, reroute };
}
