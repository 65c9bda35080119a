import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Actor, AppAbility, JsonObject } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { IfMatch, setRevision } from '../http/if-match.js';
import { ANY_ID, decodeCursor, pageOf, rowsWanted } from '../http/paging/cursor.js';
import { PageQuery } from '../http/paging/page.js';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentActor, CurrentTenant } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { cleanObject } from './clean-text.js';
import { IncidentsDto, RetriedDto, RetryIncidentDto } from './incidents.dto.js';
import { IncidentsReadModel } from './incidents.read-model.js';
import { InstanceDto } from './instances.dto.js';
import { PredictionBody, PredictionDto } from '../http/answers/approval.dto.js';
import { InstancesReadModel } from './instances.read-model.js';
import { RetryIncidentUseCase } from './retry-incident.use-case.js';

@TenantController('instances', '流程实例')
export class InstancesController {
  constructor(
    private readonly instances: InstancesReadModel,
    private readonly incidents: IncidentsReadModel,
    private readonly retrying: RetryIncidentUseCase,
  ) {}

  /** What rests because it cannot go on. */
  @Get('incidents')
  @ApiOkResponse({ type: IncidentsDto })
  async troubled(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Query() query: PageQuery,
  ): Promise<IncidentsDto> {
    const after = decodeCursor(query.cursor, [ANY_ID])?.[0] ?? null;
    const rows = await this.incidents.list(ability, tenant, { after, limit: rowsWanted(query) });
    return pageOf(
      rows,
      query,
      (row) => [row.instanceId],
      (row) => row,
    );
  }

  /** Tries again where the flow rests, with what was missing. */
  @Post(':id/retry')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: RetriedDto })
  async retry(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) instanceId: string,
    @IfMatch() seen: number | null,
    @Body() { nodeId, token, variables }: RetryIncidentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RetriedDto> {
    const who = { actor, ability, instanceId, seen };
    const given = cleanObject((variables ?? {}) as JsonObject);
    const retried = await this.retrying.execute({ ...who, nodeId, token: token ?? null, variables: given });
    setRevision(reply, retried.revision);
    return retried;
  }

  @Get(':id')
  @ApiOkResponse({ type: InstanceDto })
  async view(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstanceDto> {
    const view = await this.instances.view(actor, ability, id);
    if (!view) throw notFound('这个流程实例');
    setRevision(reply, view.revision);
    return view;
  }

  /** Who comes next with what is filled in now. */
  @Post(':id/prediction')
  @HttpCode(200)
  @ApiOkResponse({ type: PredictionDto })
  async foresee(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Body() { form }: PredictionBody,
  ): Promise<PredictionDto> {
    const prediction = await this.instances.foresee(ability, tenant, id, form as JsonObject);
    if (!prediction) throw notFound('这个流程实例');
    return prediction;
  }

  @Get(':id/xml')
  @ApiOkResponse({ content: { 'application/xml': { schema: { type: 'string' } } } })
  async xml(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const xml = await this.instances.xml(ability, tenant, id);
    if (xml === null) throw notFound('这个流程实例');
    void reply.type('application/xml; charset=utf-8');
    return xml;
  }
}
