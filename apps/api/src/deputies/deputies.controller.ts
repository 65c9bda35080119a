import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { unitsOf, type Actor, type AppAbility } from '@chengban/domain';
import { FoundPeopleDto } from '../http/answers/found-person.dto.js';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { ANY_ID, decodeCursor, pageOf, rowsWanted } from '../http/paging/cursor.js';
import { CurrentAbility, CurrentActor } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { PersonSearchReadModel } from '../people/person-search.read-model.js';
import { DeputiesQuery, DeputyPeopleQuery, DeputyRuleDto, DeputyRulesDto, MakeDeputyBody } from './deputies.dto.js';
import { DeputyRulesReadModel } from './deputy-rules.read-model.js';
import { EndRuleUseCase } from './end-rule.use-case.js';
import { MakeRuleUseCase } from './make-rule.use-case.js';

/** How many people a search shows: whoever is not among them writes more of the name. */
const PEOPLE_SHOWN = 20;

/** Who does whose tasks while they are away. */
@TenantController('deputies', '代理')
export class DeputiesController {
  constructor(
    private readonly rules: DeputyRulesReadModel,
    private readonly people: PersonSearchReadModel,
    private readonly making: MakeRuleUseCase,
    private readonly ending: EndRuleUseCase,
  ) {}

  @Get()
  @ApiOkResponse({ type: DeputyRulesDto })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Query() query: DeputiesQuery,
  ): Promise<DeputyRulesDto> {
    const { whose = 'all', state = 'open' } = query;
    const after = decodeCursor(query.cursor, [ANY_ID])?.[0] ?? null;
    const rows = await this.rules.list({ actor, ability }, { whose, state, after, limit: rowsWanted(query) });
    return pageOf(
      rows,
      query,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** Whom one may choose: people with a role today, those of the own units first. */
  @Get('people')
  @ApiOkResponse({ type: FoundPeopleDto })
  async find(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Query() { q = '' }: DeputyPeopleQuery,
  ): Promise<FoundPeopleDto> {
    const wanted = { words: q, near: unitsOf(actor), limit: PEOPLE_SHOWN };
    return { items: await this.people.find(ability, actor.tenant, wanted, () => true) };
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: DeputyRuleDto })
  make(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Body() body: MakeDeputyBody,
  ): Promise<DeputyRuleDto> {
    return this.making.execute({ actor, ability }, body);
  }

  /** From this moment on, before the last day is over. */
  @Post(':id/end')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: DeputyRuleDto })
  end(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<DeputyRuleDto> {
    return this.ending.execute({ actor, ability }, id);
  }
}
