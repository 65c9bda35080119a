import { Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { AppAbility } from '@chengban/domain';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentTenant } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { OverviewAnswer } from './overview.dto.js';
import { OverviewReadModel } from './overview.read-model.js';
import { MeasureList, PlanAnswer, PlanList } from './plans.dto.js';
import { PlansReadModel } from './plans.read-model.js';

@TenantController('plans', '方案')
export class PlansController {
  constructor(
    private readonly plans: PlansReadModel,
    private readonly overviews: OverviewReadModel,
  ) {}

  @Get()
  @ApiOperation({ summary: '方案' })
  @ApiOkResponse({ type: PlanList })
  async list(@CurrentAbility() ability: AppAbility): Promise<PlanList> {
    return { items: await this.plans.list(ability) };
  }

  @Get(':id')
  @ApiOperation({ summary: '一个方案' })
  @ApiOkResponse({ type: PlanAnswer })
  async get(@CurrentAbility() ability: AppAbility, @Param('id', UuidParam) id: string): Promise<PlanAnswer> {
    const [plan] = await this.plans.list(ability, id);
    if (!plan) throw notFound('这个方案');
    return plan;
  }

  @Get(':id/measures')
  @ApiOperation({ summary: '主要措施及其进度' })
  @ApiOkResponse({ type: MeasureList })
  async measures(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<MeasureList> {
    await this.get(ability, id);
    return { items: await this.plans.measures(tenant, id, ability) };
  }

  @Get(':id/overview')
  @ApiOperation({ summary: '工作总览：只统计本人可以看到的承办事项' })
  @ApiOkResponse({ type: OverviewAnswer })
  async overview(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<OverviewAnswer> {
    await this.get(ability, id);
    return this.overviews.overview(tenant, id, ability);
  }
}
