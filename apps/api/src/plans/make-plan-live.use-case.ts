import { Injectable } from '@nestjs/common';
import {
  fail,
  generateObligations,
  ok,
  type Finding,
  type PlanReading,
  type Refusal,
  type Result,
} from '@chengban/domain';
import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import { Clock } from '../database/clock.js';
import { UnitsReadModel } from '../people/units.read-model.js';
import { ObligationStore } from './obligation.store.js';
import { PlanStore } from './plan.store.js';

export interface PlanHead {
  readonly tenant: string;
  readonly title: string;
  readonly code: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly supervisorUnitId: string;
}

export type PlanRefusal = Refusal & { readonly findings?: readonly Finding[] };

/** Stores a plan with everything in it and generates its obligations, inside the caller's transaction. */
@Injectable()
export class MakePlanLiveUseCase {
  constructor(
    private readonly plans: PlanStore,
    private readonly obligations: ObligationStore,
    private readonly units: UnitsReadModel,
    private readonly clock: Clock,
  ) {}

  async run(
    manager: EntityManager,
    head: PlanHead,
    reading: PlanReading,
  ): Promise<Result<{ planId: string; obligationCount: number }, PlanRefusal>> {
    const { tenant, code, title, periodFrom, periodTo, supervisorUnitId } = head;
    if (periodFrom > periodTo) return fail(PERIOD);
    if (await this.plans.codeTaken(manager, tenant, code)) return fail(codeTaken(code));
    const { obligations, findings } = generateObligations({
      plan: { code, measures: reading.measures },
      ...(await this.units.register(tenant)),
      policy: { period: { from: periodFrom, to: periodTo }, progressCadence: 'yearly', supervisorUnitId },
    });
    const errors = [...reading.findings, ...findings].filter((finding) => finding.severity === 'error');
    if (errors.length > 0) return fail(unsettled(errors));
    const createdAt = this.clock.date();
    const planId = uuid();
    const row = { tenant, id: planId, title: title.trim(), code, periodFrom, periodTo, supervisorUnitId, createdAt };
    await this.plans.add(manager, { ...row, status: 'live', progressCadence: 'yearly' }, reading);
    const obligationCount = await this.obligations.add(manager, tenant, planId, obligations, createdAt);
    return ok({ planId, obligationCount });
  }
}

const PERIOD: PlanRefusal = {
  code: 'period-reversed',
  message: '起始日期在结束日期之后',
  cure: '请核对方案的起止日期。',
  field: 'periodTo',
};

const codeTaken = (code: string): PlanRefusal => ({
  code: 'plan-code-taken',
  message: `方案代号「${code}」已经用在另一个方案上`,
  cure: '承办事项编号以代号开头，不能重复，请换一个代号。',
  field: 'code',
});

const unsettled = (findings: readonly Finding[]): PlanRefusal => ({
  code: 'reading-unsettled',
  message: `还有 ${findings.length} 处读法没有解决，方案不能生效`,
  cure: '请逐条查看问题，改正读法，或修改文件后重新导入。',
  findings,
});
