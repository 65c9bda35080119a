import { Injectable } from '@nestjs/common';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import { ObligationsReadModel } from '../plans/obligations.read-model.js';
import type { ActEnvelope } from './act-request.js';
import { InstanceStore } from './instance.store.js';
import { StartCommand, type StartAnswer } from './start.command.js';

/** 开始填报: opens the newest published version of the flow that is bound to the obligation. */
@Injectable()
export class StartObligationUseCase {
  constructor(
    private readonly obligations: ObligationsReadModel,
    private readonly people: PeopleReadModel,
    private readonly flows: FlowsReadModel,
    private readonly instances: InstanceStore,
    private readonly start: StartCommand,
  ) {}

  /** @throws Problem 404 · 403 · 409 `already-started` · 422 `no-flow-bound` */
  async execute(obligationId: string, envelope: ActEnvelope): Promise<StartAnswer> {
    const { tenant } = envelope.actor;
    const obligation = await this.obligations.find(envelope, obligationId);
    if (!obligation) throw notFound('这个承办事项');
    const { planId, measureNo, kind, unit } = obligation;
    const flow = await this.flows.bound(tenant, { planId, measureNo, kind, unitId: unit.id });
    if (!flow) throw noFlow(obligation.kindName);
    return this.start.execute({
      ...envelope,
      obligationId,
      unit: (await this.people.unit(tenant, unit.id)) ?? { ...unit, kind: '' },
      supervisorUnitId: await this.instances.supervisorOf(tenant, planId),
      flow,
    });
  }
}

const noFlow = (kindName: string): Problem =>
  new Problem({
    status: 422,
    code: 'no-flow-bound',
    title: `“${kindName}”类事项还没有可用的流程`,
    detail: '请联系流程管理员，为这类事项发布流程。',
  });
