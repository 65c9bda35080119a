import { Injectable } from '@nestjs/common';
import { FlowsReadModel, type Flow, type RequestKind } from '../definitions/flows.read-model.js';
import { notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import { ObligationsReadModel } from '../plans/obligations.read-model.js';
import type { ActEnvelope } from './act-request.js';
import { InstanceStore } from './instance.store.js';
import { StartCommand, type StartAnswer } from './start.command.js';

type Obligation = NonNullable<Awaited<ReturnType<ObligationsReadModel['find']>>>;

/** Opens the newest published version of the flow that is bound to an obligation, or to a request about one. */
@Injectable()
export class StartObligationUseCase {
  constructor(
    private readonly obligations: ObligationsReadModel,
    private readonly people: PeopleReadModel,
    private readonly flows: FlowsReadModel,
    private readonly instances: InstanceStore,
    private readonly start: StartCommand,
  ) {}

  /**
   * 开始填报, or beside it 申请延期.
   * @throws Problem 404 · 403 · 409 `already-started`, `obligation-closed`, `extension-requested` · 422 `no-flow-bound`
   */
  async execute(obligationId: string, envelope: ActEnvelope, request: RequestKind | null = null): Promise<StartAnswer> {
    const { tenant } = envelope.actor;
    const obligation = await this.obligations.find(envelope, obligationId);
    if (!obligation) throw notFound('这个承办事项');
    const { planId, unit } = obligation;
    const flow = await this.flowFor(tenant, obligation, request);
    if (!flow) throw noFlow(request === null ? `“${obligation.kindName}”类事项` : REQUESTS[request]);
    return this.start.execute({
      ...envelope,
      obligationId,
      unit: (await this.people.unit(tenant, unit.id)) ?? { ...unit, kind: '' },
      supervisorUnitId: await this.instances.supervisorOf(tenant, planId),
      flow,
      request,
    });
  }

  private flowFor(
    tenant: string,
    { planId, measureNo, kind, unit }: Obligation,
    request: RequestKind | null,
  ): Promise<Flow | null> {
    const place = { planId, measureNo, unitId: unit.id };
    return request === null
      ? this.flows.bound(tenant, { ...place, kind })
      : this.flows.requestFlow(tenant, place, request);
  }
}

const REQUESTS: Readonly<Record<RequestKind, string>> = { extension: '延期申请' };

const noFlow = (what: string): Problem =>
  new Problem({
    status: 422,
    code: 'no-flow-bound',
    title: `${what}还没有可用的流程`,
    detail: `请联系流程管理员，为${what.startsWith('“') ? '这类事项' : what}发布流程。`,
  });
