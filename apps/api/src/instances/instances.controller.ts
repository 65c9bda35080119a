import { Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { AppAbility } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { setRevision } from '../http/if-match.js';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentTenant } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { InstanceDto } from './instances.dto.js';
import { InstancesReadModel } from './instances.read-model.js';

@TenantController('instances', '流程实例')
export class InstancesController {
  constructor(private readonly instances: InstancesReadModel) {}

  @Get(':id')
  @ApiOkResponse({ type: InstanceDto })
  async view(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstanceDto> {
    const view = await this.instances.view(ability, tenant, id);
    if (!view) throw notFound('这个流程实例');
    setRevision(reply, view.revision);
    return view;
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
