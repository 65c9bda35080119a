import { Injectable } from '@nestjs/common';
import { canonicalJson, isMatterAct, type Act, type Json, type JsonObject } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { brokenLink } from './history-chain.js';
import { HistoryReadModel } from './history.read-model.js';
import { InstanceStore } from './instance.store.js';
import { approvalOf } from './locked-state.js';
import { replay, ReplayError } from './replay.js';

export type Verified =
  | { readonly sound: true }
  | {
      readonly sound: false;
      readonly reason: 'missing' | 'chain' | 'replay' | 'marking' | 'head';
      readonly seq?: number;
    };

/** Whether an instance's history is unbroken and leads, replayed, to exactly the marking that is stored. */
@Injectable()
export class VerifyInstanceUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly instances: InstanceStore,
    private readonly history: HistoryReadModel,
    private readonly flows: FlowsReadModel,
  ) {}

  async execute(tenant: string, instanceId: string): Promise<Verified> {
    // one transaction, so that history and marking are of the same moment
    return this.transactions.inTransaction(async () => {
      const instance = await this.instances.lockedHead(tenant, instanceId);
      if (!instance) return { sound: false, reason: 'missing' };
      const lines = await this.history.chain(tenant, instanceId);
      const broken = brokenLink(tenant, instanceId, lines);
      if (broken !== null) return { sound: false, reason: 'chain', seq: broken };
      const last = lines.at(-1);
      // lines cut off at the end leave a chain without a break: the instance knows its last link
      if (last?.seq !== instance.historySeq || last.hash !== instance.historyHash)
        return { sound: false, reason: 'head' };
      const flow = await this.flows.flow(tenant, instance.definitionVersionId);
      try {
        const standing = replay(flow.workflow, flow.hash, lines);
        // a history of before there were seats leads to the marking alone, until it says who was given them
        const adopted = lines.findLastIndex(({ verb }) => verb === 'adopt');
        const seated = lines
          .slice(adopted + 1)
          .every(({ event }) => event === null || event['type'] !== 'act' || hasSeat(event));
        const same =
          isSame(standing.marking, instance.marking) &&
          (!seated || isSame(undated(approvalOf(standing)), undated(instance.approval)));
        return same ? { sound: true } : { sound: false, reason: 'marking' };
      } catch (error) {
        if (error instanceof ReplayError) return { sound: false, reason: 'replay', seq: error.seq };
        throw error;
      }
    });
  }
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);

const hasSeat = (event: JsonObject): boolean => 'seat' in event || isMatterAct(event['act'] as unknown as Act);

/** Terms are told by the calendar of their day, which may have been amended since: what stands is the same. */
const undated = (approval: unknown): unknown =>
  JSON.parse(JSON.stringify(approval, (key, value: unknown) => (key === 'dueAt' ? undefined : value)));
