import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import { pageOf, rowsWanted } from '../http/paging/cursor.js';
import { placeAfter } from '../http/paging/place.js';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentActor } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { DifferenceDto, DifferenceQuery } from './difference.dto.js';
import { DifferenceReadModel } from './difference.read-model.js';
import { SubmissionPageDto, SubmissionQuery, SubmissionsDto } from './submissions.dto.js';
import { SubmissionsReadModel } from './submissions.read-model.js';

@TenantController('submissions', '报送')
export class SubmissionsController {
  constructor(
    private readonly submissions: SubmissionsReadModel,
    private readonly differences: DifferenceReadModel,
  ) {}

  @Get()
  @ApiOkResponse({ type: SubmissionsDto })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Query() query: SubmissionQuery,
  ): Promise<SubmissionsDto> {
    const after = placeAfter(query.cursor);
    const personId = query.mine === 'true' ? actor.personId : null;
    const filter = { personId, obligationId: query.obligationId ?? null, after, limit: rowsWanted(query) };
    const rows = await this.submissions.list(ability, actor.tenant, filter);
    return pageOf(
      rows,
      query,
      (row) => row.cursor,
      (row) => row.item,
    );
  }

  @Get(':id')
  @ApiOkResponse({ type: SubmissionPageDto })
  async find(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<SubmissionPageDto> {
    const found = await this.submissions.find(actor, ability, id);
    if (!found || found.rounds.length === 0) throw notFound('这次报送');
    return found;
  }

  @Get(':id/difference')
  @ApiOkResponse({ type: DifferenceDto })
  async difference(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Query() query: DifferenceQuery,
  ): Promise<DifferenceDto> {
    const difference = await this.differences.between(actor, ability, id, query);
    if (!difference) throw notFound('要对比的报送');
    return difference;
  }
}
