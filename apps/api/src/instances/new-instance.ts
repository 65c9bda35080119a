import { emptyMarking } from '@chengban/domain';
import { v7 } from 'uuid';
import { GENESIS } from './history-chain.js';
import type { LockedInstance } from './locked-state.js';

type Given =
  | 'tenant'
  | 'definitionVersionId'
  | 'obligationId'
  | 'unitId'
  | 'supervisorUnitId'
  | 'readerUnitIds'
  | 'startedBy'
  | 'main';

/** An instance as it is before its first step. */
export const newInstance = (given: Pick<LockedInstance, Given>): LockedInstance => ({
  ...given,
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
