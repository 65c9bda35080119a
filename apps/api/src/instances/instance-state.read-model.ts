import { Injectable } from '@nestjs/common';
import type { Marking } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel, type Flow } from '../definitions/flows.read-model.js';
import { InstanceEntity } from './instance.entity.js';

export interface InstanceState {
  readonly id: string;
  readonly marking: Marking;
  readonly drafterIds: readonly string[];
  readonly unitId: string;
  readonly readerUnitIds: readonly string[];
  readonly submissionId: string;
  readonly flow: Flow;
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
    const { marking, drafterIds, unitId, readerUnitIds, submissionId } = row;
    return {
      id,
      marking,
      drafterIds,
      unitId,
      readerUnitIds,
      submissionId,
      flow: await this.flows.flow(tenant, row.definitionVersionId),
    };
  }
}
