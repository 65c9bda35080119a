import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import { FoundPeopleDto } from '../http/answers/found-person.dto.js';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { ANY_ID, decodeCursor, pageOf, rowsWanted } from '../http/paging/cursor.js';
import { PageQuery } from '../http/paging/page.js';
import { CurrentAbility, CurrentActor } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { CopiesOnMatterReadModel } from './copies-on-matter.read-model.js';
import {
  MadeCopiesDto,
  MakeCopiesBody,
  OpenedCopiesDto,
  ReceivedCopiesDto,
  RecipientQuery,
  RemarkBody,
  RemindedDto,
  SentCopiesDto,
} from './copies.dto.js';
import { CopiesReadModel } from './copies.read-model.js';
import { MakeCopiesUseCase } from './make-copies.use-case.js';
import { OpenCopiesUseCase } from './open-copies.use-case.js';
import { RemarkCopyUseCase } from './remark-copy.use-case.js';
import { RemindReadersUseCase } from './remind-readers.use-case.js';

/** 抄送 and 传阅. */
@TenantController('', '抄送和传阅')
export class CopiesController {
  constructor(
    private readonly copies: CopiesReadModel,
    private readonly onMatter: CopiesOnMatterReadModel,
    private readonly making: MakeCopiesUseCase,
    private readonly opening: OpenCopiesUseCase,
    private readonly remarking: RemarkCopyUseCase,
    private readonly reminding: RemindReadersUseCase,
  ) {}

  /** 抄送我的: what is still to be read or answered first. */
  @Get('copies')
  @ApiOkResponse({ type: ReceivedCopiesDto })
  async mine(
    @CurrentActor() { tenant, personId }: Actor,
    @CurrentAbility() ability: AppAbility,
    @Query() query: PageQuery,
  ): Promise<ReceivedCopiesDto> {
    const place = decodeCursor(query.cursor, [0, ANY_MOMENT, ANY_ID] as [number, string, string]);
    const after = place && { waiting: place[0] === 1, madeAt: place[1], id: place[2] };
    const rows = await this.copies.receivedRows(ability, tenant, { personId, after, limit: rowsWanted(query) });
    const page = pageOf(
      rows,
      query,
      (row) => row.cursor,
      (row) => row.item,
    );
    return { ...page, waiting: await this.copies.waiting(ability, tenant, personId) };
  }

  @Get('instances/:id/copies')
  @ApiOkResponse({ type: SentCopiesDto })
  sent(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<SentCopiesDto> {
    return this.onMatter.list(actor, ability, id);
  }

  @Post('instances/:id/copies')
  @Idempotent()
  @ApiCreatedResponse({ type: MadeCopiesDto })
  make(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Body() body: MakeCopiesBody,
  ): Promise<MadeCopiesDto> {
    return this.making.execute(actor, ability, id, body);
  }

  @Get('instances/:id/copies/people')
  @ApiOkResponse({ type: FoundPeopleDto })
  async recipients(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Query() { q }: RecipientQuery,
  ): Promise<FoundPeopleDto> {
    return { items: await this.onMatter.recipients(actor, ability, id, q ?? '') };
  }

  /** The receipt: the reader's own copies of this matter are opened now, if they were not before. */
  @Post('instances/:id/copies/open')
  @HttpCode(200)
  @ApiOkResponse({ type: OpenedCopiesDto })
  async open(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<OpenedCopiesDto> {
    return { items: await this.opening.execute(actor, ability, id) };
  }

  @Post('instances/:id/copies/remind')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: RemindedDto })
  async remind(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<RemindedDto> {
    return { reminded: await this.reminding.execute(actor, ability, id) };
  }

  @Post('copies/:id/remark')
  @HttpCode(204)
  @Idempotent()
  @ApiNoContentResponse()
  async remark(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Body() { text }: RemarkBody,
  ): Promise<void> {
    await this.remarking.execute(actor, ability, id, text);
  }
}

const ANY_MOMENT = '2024-01-01T00:00:00.000Z';
