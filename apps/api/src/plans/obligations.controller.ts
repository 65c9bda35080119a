import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentActor } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { OfferedVerbsReadModel } from '../matters/offered-verbs.read-model.js';
import { extendOffer } from './extend-offer.js';
import { ExtensionsReadModel } from './extensions.read-model.js';
import { startOffer } from './start-offer.js';
import { ObligationDetail, ObligationList, ObligationQuery } from './obligations.dto.js';
import { ObligationsReadModel } from './obligations.read-model.js';

@TenantController('obligations', '承办事项')
export class ObligationsController {
  constructor(
    private readonly obligations: ObligationsReadModel,
    private readonly extensions: ExtensionsReadModel,
    private readonly offered: OfferedVerbsReadModel,
  ) {}

  @Get()
  @ApiOperation({ summary: '承办事项：按完成时限，最早的在前' })
  @ApiOkResponse({ type: ObligationList })
  list(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Query() query: ObligationQuery,
  ): Promise<ObligationList> {
    return this.obligations.list({ actor, ability }, query);
  }

  @Get(':id')
  @ApiOperation({ summary: '一个承办事项' })
  @ApiOkResponse({ type: ObligationDetail })
  async get(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<ObligationDetail> {
    const found = await this.obligations.find({ actor, ability }, id);
    if (!found) throw notFound('这个承办事项');
    const { readerUnitIds, ...item } = found;
    const request = await this.extensions.request({ actor, ability }, id);
    const place = { ...item, tenant: actor.tenant, readerUnitIds };
    const narrowed = await this.offered.refusalIn(actor.tenant, item.instanceId, 'extend');
    return {
      ...item,
      pastExtensions: item.extensions === 0 ? [] : await this.extensions.past({ actor, ability }, id),
      extensionRequest: request,
      offers: [startOffer(ability, place), extendOffer(ability, { ...place, requested: request !== null, narrowed })],
    };
  }
}
