import { Injectable } from '@nestjs/common';
import { civilDateInShanghai, fail, ok, type Actor, type Finding, type Refusal, type Result } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { UnitsReadModel } from '../people/units.read-model.js';
import { correctReading, type Correction } from './correct-reading.js';
import { PlanDraftStore } from './plan-draft.store.js';
import { supervisingUnit } from './supervising-unit.js';

/** `stale`: somebody corrected it since; `revision` is the one it has now. */
export type CorrectionRefusal = Refusal & { readonly findings?: readonly Finding[]; readonly revision?: number };

/** A person puts a proposed reading right. */
@Injectable()
export class CorrectMeasureUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: PlanDraftStore,
    private readonly units: UnitsReadModel,
    private readonly clock: Clock,
  ) {}

  /** @param seen revision that the person had on screen, null when unknown */
  run(
    actor: Actor,
    { draftId, no, seen }: { draftId: string; no: number; seen: number | null },
    correction: Correction,
  ): Promise<Result<null, CorrectionRefusal>> {
    return this.transactions.inTransaction(async (manager) => {
      const draft = await this.drafts.lock(manager, actor.tenant, draftId);
      const measure = draft?.reading.measures.find((each) => each.no === no);
      if (!draft || !measure) return fail(NOT_FOUND);
      if (seen !== null && seen !== draft.revision)
        return fail({ code: 'stale', message: '内容已有更新', revision: draft.revision });
      if (draft.status === 'confirmed') return fail(CONFIRMED);
      const register = await this.units.register(actor.tenant);
      const today = civilDateInShanghai(this.clock.now());
      const place = { register, supervisorUnitId: supervisingUnit(actor) ?? '', today };
      const corrected = correctReading(draft.reading, measure, correction, place);
      if (!corrected.ok) return fail({ ...INVALID(corrected.error[0]), findings: corrected.error });
      await this.drafts.correct(manager, draft, corrected.value);
      return ok(null);
    });
  }
}

const NOT_FOUND: Refusal = { code: 'not-found', message: '没有找到这项措施' };
const CONFIRMED: Refusal = {
  code: 'draft-confirmed',
  message: '这份清单已经确认生效，不能再改读法',
  cure: '请在方案中办理变更。',
};
const INVALID = (first: Finding | undefined): Refusal => ({
  code: 'reading-invalid',
  message: first?.message ?? '这样的读法不能生成承办事项',
  cure: first?.cure ?? '请核对责任单位和完成时限。',
});
