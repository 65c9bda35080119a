import { Body, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { subject } from '@casl/ability';
import { unitsOf, type Actor, type AppAbility } from '@chengban/domain';
import { CreatedDto } from '../http/answers/created.dto.js';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { CurrentAbility, CurrentActor } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import { ChangePhrasesUseCase } from './change-phrases.use-case.js';
import { NewPhraseBody, PhrasesDto, PhraseTextBody } from './phrases.dto.js';
import { PhrasesReadModel } from './phrases.read-model.js';
import { UsePhraseUseCase } from './use-phrase.use-case.js';

/** 常用意见. */
@TenantController('phrases', '常用意见')
export class PhrasesController {
  constructor(
    private readonly phrases: PhrasesReadModel,
    private readonly people: PeopleReadModel,
    private readonly changing: ChangePhrasesUseCase,
    private readonly using: UsePhraseUseCase,
  ) {}

  @Get()
  @ApiOkResponse({ type: PhrasesDto })
  async list(@CurrentActor() actor: Actor, @CurrentAbility() ability: AppAbility): Promise<PhrasesDto> {
    const { tenant, personId } = actor;
    const ofUnit = (unitId: string) => subject('Phrase', { tenant, personId: null, unitId });
    const units = unitsOf(actor).filter((unitId) => ability.can('create', ofUnit(unitId) as never));
    const names = await this.people.unitNamesOf(tenant, units);
    return {
      items: await this.phrases.list(ability, tenant, personId),
      units: units.map((id) => ({ id, name: names.get(id) ?? '' })),
    };
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: CreatedDto })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Body() { text, unitId }: NewPhraseBody,
  ): Promise<CreatedDto> {
    return { id: await this.changing.add(actor, ability, text, unitId ?? null) };
  }

  @Put(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async rewrite(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Body() { text }: PhraseTextBody,
  ): Promise<void> {
    await this.changing.rewrite(actor, ability, id, text);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async drop(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<void> {
    await this.changing.drop(actor, ability, id);
  }

  /** Somebody picked it. */
  @Post(':id/use')
  @HttpCode(204)
  @Idempotent()
  @ApiNoContentResponse()
  async use(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<void> {
    await this.using.execute(actor, ability, id);
  }
}
