import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { AppAbility } from '@chengban/domain';
import { requireAny } from '../access/require-ability.js';
import { CurrentAbility, CurrentTenant } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { ActRequest, type ActEnvelope } from '../instances/instances.module.js';
import { HandoverBody, HandoverPreviewDto, HandoverQuery, HandoverResultsDto } from './handovers.dto.js';
import { HandOverUseCase } from './hand-over.use-case.js';
import { HandoversReadModel } from './handovers.read-model.js';

/** 离职交接: what a leaver has goes to somebody else, after a look at what that means. */
@TenantController('handovers', '交接')
export class HandoversController {
  constructor(
    private readonly handovers: HandoversReadModel,
    private readonly handing: HandOverUseCase,
  ) {}

  @Get('preview')
  @ApiOkResponse({ type: HandoverPreviewDto })
  preview(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Query() { fromId, toId }: HandoverQuery,
  ): Promise<HandoverPreviewDto> {
    requireAny(ability, 'handOver', 'Instance', '只有流程管理员可以交接待办');
    return this.handovers.preview(ability, tenant, { fromId: fromId.toLowerCase(), toId: toId.toLowerCase() });
  }

  @Post()
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: '同一操作重复提交时使用同一个值' })
  @ApiOkResponse({ type: HandoverResultsDto })
  async handOver(
    @CurrentAbility() ability: AppAbility,
    @Body() { fromId, toId, instanceIds, reason }: HandoverBody,
    @ActRequest() envelope: ActEnvelope,
  ): Promise<HandoverResultsDto> {
    requireAny(ability, 'handOver', 'Instance', '只有流程管理员可以交接待办');
    const ids = instanceIds.map((id) => id.toLowerCase());
    const handover = { fromId: fromId.toLowerCase(), toId: toId.toLowerCase(), instanceIds: ids, reason };
    const results = await this.handing.execute(handover, envelope);
    return {
      results: results.map(({ instanceId, problem }) => {
        if (problem === null) return { instanceId, ok: true };
        const { code, title, detail } = problem.details;
        return { instanceId, ok: false, code, title, ...(detail !== undefined && { detail }) };
      }),
    };
  }
}
