import { emptyMarking, newStanding } from '@chengban/domain';
import { v7 } from 'uuid';
import { GENESIS } from './history-chain.js';
import { approvalOf, type LockedInstance } from './locked-state.js';
import type { Seats } from './seats.js';

type Given =
  | 'tenant'
  | 'definitionVersionId'
  | 'obligationId'
  | 'unitId'
  | 'supervisorUnitId'
  | 'readerUnitIds'
  | 'startedBy'
  | 'main'
  | 'request';

/** An instance as it is before its first step. */
export const newInstance = (given: Pick<LockedInstance, Given>, seats: Seats): LockedInstance => ({
  ...given,
  seatUnitIds: seats.unitIds,
  seatRoles: seats.roles,
  seatPersonIds: seats.personIds,
  approval: approvalOf(newStanding(emptyMarking(''))),
  id: v7(),
  submissionId: v7(),
  drafterIds: [],
  round: 0,
  // it has no stage yet; the new row's stage is always written
  marking: emptyMarking(''),
  status: 'running',
  outcome: null,
  revision: 0,
  historySeq: 0,
  historyHash: GENESIS,
});
