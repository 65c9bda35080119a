import type { Marking } from '@chengban/domain';
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
  marking: EMPTY,
  status: 'running',
  outcome: null,
  revision: 0,
  historySeq: 0,
  historyHash: GENESIS,
});

/** Before the first step there is no stage; the new row's stage is always written. */
const EMPTY: Marking = {
  format: 2,
  behaviour: 1,
  definition: '',
  status: 'running',
  active: [],
  tokens: [],
  visited: [],
  variables: {},
  outcome: null,
  seq: 0,
};
