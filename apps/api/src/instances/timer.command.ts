import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, step, type JsonObject } from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { LOCK_DUE_TIMER, REFUSE_TIMER } from './lock-statements.js';
import { faceWithDates } from './lock-task.js';
import type { LockedInstance, ObligationFace, SeatHolder } from './locked-state.js';
import { runPrepared } from './prepared.js';
import { settleChange } from './settle-change.js';
import { writeStatement } from './write-change.js';

interface Row extends LockedInstance {
  readonly face: ObligationFace;
  readonly seats: readonly SeatHolder[];
  readonly timer: { readonly id: string; readonly nodeId: string };
}

export type Fired =
  | { readonly kind: 'none' }
  | { readonly kind: 'fired'; readonly timerId: string }
  /** the flow had left the place in the meantime, or cannot go on from it; the timer is closed */
  | { readonly kind: 'refused'; readonly timerId: string; readonly code: string };

/** A moment that has come is an act like any other: locked, stepped and written in one transaction. */
@Injectable()
export class TimerCommand {
  constructor(
    private readonly transactions: Transactions,
    private readonly flows: FlowsReadModel,
  ) {}

  /**
   * Fires one timer that is due and whose instance nobody is busy with.
   * @param now epoch ms
   * @param onLocked told which timer is in hand, so that a fault can be charged to it
   */
  async fireOne(now: number, onLocked: (tenant: string, timerId: string) => void = () => undefined): Promise<Fired> {
    return this.transactions.inTransaction(async (manager) => {
      const [row] = await runPrepared<Row>(manager, LOCK_DUE_TIMER, [new Date(now), civilDateInShanghai(now)]);
      if (!row) return { kind: 'none' };
      const { face, seats, timer, ...instance } = row;
      onLocked(instance.tenant, timer.id);
      const flow = await this.flows.flow(instance.tenant, instance.definitionVersionId);
      const event = { type: 'timer', nodeId: timer.nodeId } as const;
      const stepped = step(flow.workflow, instance.marking, event, now);
      if (!stepped.ok) {
        const values = [instance.tenant, timer.id, stepped.error.message, new Date(now)];
        await runPrepared(manager, REFUSE_TIMER, values);
        return { kind: 'refused', timerId: timer.id, code: stepped.error.code };
      }
      const settled = settleChange({
        flow: flow.workflow.compiled,
        instance,
        face: faceWithDates(face),
        seats,
        actorId: null,
        now,
        ...stepped.value,
        line: { verb: 'timer', nodeId: timer.nodeId, event: event satisfies JsonObject, text: '' },
        drafterIds: instance.drafterIds,
        round: instance.round,
      });
      const own = { task: null, firedTimerId: timer.id, newRound: null, verdict: null, draft: null, answer: null };
      const { statement, values } = writeStatement({ ...settled, ...own });
      await runPrepared(manager, statement, values);
      return { kind: 'fired', timerId: timer.id };
    });
  }
}
