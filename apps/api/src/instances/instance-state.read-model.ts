import { Injectable } from '@nestjs/common';
import type { Standing } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type Flow } from '../definitions/flows.read-model.js';
import { InstanceEntity } from './instance.entity.js';
import { standingOf } from './locked-state.js';

export interface InstanceState {
  readonly id: string;
  readonly standing: Standing;
  readonly startedBy: string | null;
  readonly unitId: string;
  readonly supervisorUnitId: string;
  readonly readerUnitIds: readonly string[];
  readonly submissionId: string;
  readonly flow: Flow;
  readonly row: InstanceEntity;
}

/** An instance as the page of one of its tasks needs it. Whoever asks has checked that the task may be seen. */
@Injectable()
export class InstanceStateReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
  ) {}

  async state(tenant: string, id: string): Promise<InstanceState> {
    const row = await this.transactions.current().getRepository(InstanceEntity).findOneByOrFail({ tenant, id });
    const { unitId, supervisorUnitId, readerUnitIds, submissionId, startedBy } = row;
    return {
      id,
      standing: standingOf(row),
      startedBy,
      unitId,
      supervisorUnitId,
      readerUnitIds,
      submissionId,
      row,
      flow: await this.flows.flow(tenant, row.definitionVersionId),
    };
  }
}
