import { Injectable } from '@nestjs/common';
import { civilDateInShanghai } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { hasLeft, settleHappening, type LockedRow } from './automatic.js';
import { LOCK_DUE_TIMER, REFUSE_TIMER } from './lock-statements.js';
import { runPrepared } from './prepared.js';
import { writeStatement } from './write-change.js';

type Row = LockedRow & { readonly timer: { readonly id: string; readonly nodeId: string; readonly token: number } };

export type Fired =
  | { readonly kind: 'none' }
  | { readonly kind: 'fired'; readonly timerId: string }
  /** the flow had left the place in the meantime; the timer is closed */
  | { readonly kind: 'refused'; readonly timerId: string; readonly code: string };

/** A moment that has come is an act like any other: locked, stepped and written in one transaction. */
@Injectable()
export class TimerCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
  ) {}

  /**
   * Fires one timer that is due and whose instance nobody is busy with; of several the one that was due first.
   * @param now epoch ms
   * @param onLocked told which timer is in hand, so that a fault can be charged to it
   * @throws what keeps the flow from going on: a timer that were closed then would leave it waiting for ever
   */
  async fireOne(now: number, onLocked: (tenant: string, timerId: string) => void = () => undefined): Promise<Fired> {
    return this.transactions.inTransaction(async (manager) => {
      const [found] = await runPrepared<Row>(manager, LOCK_DUE_TIMER, [new Date(now), civilDateInShanghai(now)]);
      if (!found) return { kind: 'none' };
      const { timer, ...row } = found;
      const { id: timerId, nodeId, token } = timer;
      onLocked(row.tenant, timerId);
      const flow = await this.flows.flow(row.tenant, row.definitionVersionId);
      const event = { type: 'timer', nodeId, token } as const;
      const settled = await settleHappening(manager, row, flow, now, {
        event,
        verb: 'timer',
        nodeId,
        firedTimerId: timerId,
      });
      if (!settled.ok) {
        if (!hasLeft(settled.error)) throw new Error(settled.error.message);
        const values = [row.tenant, timerId, settled.error.message, new Date(now)];
        await runPrepared(manager, REFUSE_TIMER, values);
        return { kind: 'refused', timerId, code: settled.error.code };
      }
      const { statement, values } = writeStatement(settled.value);
      await runPrepared(manager, statement, values);
      return { kind: 'fired', timerId };
    });
  }
}
