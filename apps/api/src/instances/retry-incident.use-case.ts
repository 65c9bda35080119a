import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility, JsonObject } from '@chengban/domain';
import { requireOn } from '../access/require-ability.js';
import { notFound } from '../http/problems/common-problems.js';
import { EventCommand } from './event.command.js';
import { Refused, staleRefusal } from './refused.js';

export interface RetryIncident {
  readonly actor: Actor;
  readonly ability: AppAbility;
  readonly instanceId: string;
  readonly nodeId: string;
  readonly token: number | null;
  /** what was missing; replaces variables of the same name */
  readonly variables: JsonObject;
  /** the revision that the administrator saw; null when the request does not say */
  readonly seen: number | null;
}

/** 重试: an administrator mends the cause of an incident and lets the flow go on. */
@Injectable()
export class RetryIncidentUseCase {
  constructor(private readonly events: EventCommand) {}

  /**
   * @returns the new revision, and whether the flow still is in trouble
   * @throws Problem 403, 404, 409 when somebody was faster
   */
  async execute(request: RetryIncident): Promise<{ revision: number; status: string }> {
    const { actor, ability, instanceId, nodeId, token, variables, seen } = request;
    const event = { type: 'retry', nodeId, ...(token !== null && { token }), variables } as const;
    const happening = { event, verb: 'retry', nodeId, actorId: actor.personId } as const;
    const happened = await this.events.happen(actor.tenant, instanceId, happening, (row) => {
      const place = { tenant: row.tenant, unitId: row.unitId, readerUnitIds: [...row.readerUnitIds] };
      requireOn(ability, 'resolve', 'Instance', place, '只有流程管理员可以处理流程异常');
      if (seen !== null && seen !== row.revision) throw new Refused(staleRefusal()).toProblem();
    });
    if (happened.kind === 'missing') throw notFound('这个流程实例');
    if (happened.kind === 'refused') throw new Refused(happened.refusal).toProblem();
    const { revision, status } = happened.change;
    return { revision, status };
  }
}
