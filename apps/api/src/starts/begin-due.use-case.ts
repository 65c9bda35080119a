import { Injectable, Logger } from '@nestjs/common';
import { nextStart } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { ScheduledStartStore, type DueStart } from './scheduled-start.store.js';
import { StartMessagesStore } from './start-messages.store.js';

/**
 * Tells every obligation whose flow begins by the clock that its time has come, and moves the time on, in one
 * transaction per time. Any number of processes may do it at once: locked rows are passed over.
 */
@Injectable()
export class BeginDueUseCase {
  private readonly logger = new Logger('Starts');

  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
    private readonly starts: ScheduledStartStore,
    private readonly messages: StartMessagesStore,
  ) {}

  /**
   * @param now epoch ms
   * @param limit ends a run that would go on for ever because new times are due at once
   * @returns how many times have come
   */
  async execute(now: number, limit = 1000): Promise<number> {
    let come = 0;
    for (let tries = 0; tries < limit; tries++) {
      const outcome = await this.beginOne(now);
      if (outcome === 'none') break;
      if (outcome === 'told') come++;
    }
    return come;
  }

  private async beginOne(now: number): Promise<'none' | 'told' | 'failed'> {
    let inHand: DueStart | undefined;
    const at = new Date(now);
    try {
      return await this.transactions.inTransaction(async () => {
        inHand = await this.starts.lockDue(at);
        if (!inHand) return 'none';
        const { tenant, definitionKey, definitionVersionId } = inHand;
        const { name, workflow } = await this.flows.flow(tenant, definitionVersionId);
        const { id, nodeId } = inHand;
        const occasion = { id, name, verb: 'timedStart', definitionVersionId, nodeId, brought: {} } as const;
        await this.messages.tell(tenant, occasion, await this.flows.awaiting(tenant, definitionKey), at);
        const next = nextStart(workflow.compiled, inHand, now, workflow.calendar);
        await (next === null ? this.starts.remove(inHand) : this.starts.moveOn(inHand, next));
        return 'told';
      });
    } catch (error) {
      // without a start in hand the fault is the database's: the next round tries again
      if (!inHand) throw error;
      const text = error instanceof Error ? error.message : String(error);
      this.logger.error(`scheduled start ${inHand.id}: ${text}`);
      await this.starts.postpone(inHand, text, at);
      return 'failed';
    }
  }
}
