import { Injectable } from '@nestjs/common';
import { beginningOf, type JsonObject } from '@chengban/domain';
import { v5 } from 'uuid';
import { Clock } from '../database/clock.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { StartMessagesStore } from './start-messages.store.js';

/** A signal begins every flow whose own process starts with it (§10.5.1), for each obligation that waits for that flow. */
@Injectable()
export class BeginWithSignalUseCase {
  constructor(
    private readonly flows: FlowsReadModel,
    private readonly messages: StartMessagesStore,
    private readonly clock: Clock,
  ) {}

  /** @param id of the signal: delivered twice it begins nothing twice */
  async execute(tenant: string, id: string, said: { name: string; variables: JsonObject }): Promise<void> {
    for (const flow of await this.flows.inUse(tenant)) {
      const nodeId = beginningOf(flow.workflow.compiled, 'signal', said.name);
      if (nodeId === undefined) continue;
      const { id: definitionVersionId, key, name } = flow;
      const start = { verb: 'signalStart', definitionVersionId, nodeId, brought: said.variables } as const;
      const occasion = { id: v5(definitionVersionId, id), name, ...start };
      await this.messages.tell(tenant, occasion, await this.flows.awaiting(tenant, key), this.clock.date());
    }
  }
}
