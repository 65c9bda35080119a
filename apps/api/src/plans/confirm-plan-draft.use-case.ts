import { Injectable } from '@nestjs/common';
import { fail, type Actor, type Result } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { MakePlanLiveUseCase, type PlanHead, type PlanRefusal } from './make-plan-live.use-case.js';
import { ObligationStore } from './obligation.store.js';
import { PlanDraftStore } from './plan-draft.store.js';
import { supervisingUnit } from './supervising-unit.js';

export interface Confirmed {
  readonly planId: string;
  readonly obligationCount: number;
}

/** A person says that the readings are right: the plan goes live, once. */
@Injectable()
export class ConfirmPlanDraftUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: PlanDraftStore,
    private readonly obligations: ObligationStore,
    private readonly makeLive: MakePlanLiveUseCase,
    private readonly clock: Clock,
  ) {}

  /** A draft that is confirmed already answers with the plan that it became. */
  run(
    actor: Actor,
    draftId: string,
    head: Omit<PlanHead, 'tenant' | 'supervisorUnitId'>,
  ): Promise<Result<Confirmed, PlanRefusal>> {
    const { tenant, personId } = actor;
    return this.transactions.inTransaction(async (manager) => {
      const draft = await this.drafts.lock(manager, tenant, draftId);
      const supervisorUnitId = supervisingUnit(actor);
      if (!draft || supervisorUnitId === undefined) return fail({ code: 'not-found', message: '没有找到这份清单' });
      if (draft.planId !== null) {
        const obligationCount = await this.obligations.count(manager, tenant, draft.planId);
        return { ok: true, value: { planId: draft.planId, obligationCount } };
      }
      const live = await this.makeLive.run(manager, { ...head, tenant, supervisorUnitId }, draft.reading);
      if (!live.ok) return live;
      const confirmed = { planId: live.value.planId, confirmedBy: personId, confirmedAt: this.clock.date() };
      await this.drafts.markConfirmed(manager, draft, confirmed);
      return live;
    });
  }
}
