import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { requireAny } from '../access/require-ability.js';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { IfMatch, setRevision } from '../http/if-match.js';
import { pageOf, rowsWanted } from '../http/paging/cursor.js';
import { placeAfter } from '../http/paging/place.js';
import { CurrentAbility, CurrentActor, CurrentTenant } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { AbandonMessageUseCase } from './abandon-message.use-case.js';
import { AbandonDto, DecidedDto, DeliveriesDto, DeliveriesQuery } from './deliveries.dto.js';
import { DeliveriesReadModel } from './deliveries.read-model.js';
import { ONLY_ADMINS, type Decided } from './locked-messages.js';
import { RedeliverMessageUseCase } from './redeliver-message.use-case.js';
import { RetryMessageUseCase } from './retry-message.use-case.js';
import { RetryTimerUseCase } from './retry-timer.use-case.js';

/** Messages and timers that do not arrive by themselves. */
@TenantController('deliveries', '没有送达的消息和定时')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesReadModel,
    private readonly retrying: RetryMessageUseCase,
    private readonly abandoning: AbandonMessageUseCase,
    private readonly redelivering: RedeliverMessageUseCase,
    private readonly retryingTimer: RetryTimerUseCase,
  ) {}

  @Get()
  @ApiOkResponse({ type: DeliveriesDto })
  async list(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Query() query: DeliveriesQuery,
  ): Promise<DeliveriesDto> {
    requireAny(ability, 'read', 'Delivery', ONLY_ADMINS);
    const filter = { state: query.state ?? 'open', after: placeAfter(query.cursor), limit: rowsWanted(query) } as const;
    const rows = await this.deliveries.list(ability, tenant, filter);
    const page = pageOf(
      rows,
      query,
      (row) => [row.since.toISOString(), row.id],
      (row) => row,
    );
    return { ...page, open: await this.deliveries.open(ability, tenant) };
  }

  @Post('messages/:id/retry')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: DecidedDto })
  async retry(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @IfMatch() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecidedDto> {
    requireAny(ability, 'resolve', 'Delivery', ONLY_ADMINS);
    return answered(reply, await this.retrying.execute({ actor, ability, id, seen }));
  }

  /** With a reason, which is kept. */
  @Post('messages/:id/abandon')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: DecidedDto })
  async abandon(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @IfMatch() seen: number | null,
    @Body() { reason }: AbandonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecidedDto> {
    requireAny(ability, 'resolve', 'Delivery', ONLY_ADMINS);
    return answered(reply, await this.abandoning.execute({ actor, ability, id, seen }, reason));
  }

  /** What was given up, by the system or by a person. */
  @Post('messages/:id/redeliver')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: DecidedDto })
  async redeliver(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @IfMatch() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecidedDto> {
    requireAny(ability, 'resolve', 'Delivery', ONLY_ADMINS);
    return answered(reply, await this.redelivering.execute({ actor, ability, id, seen }));
  }

  @Post('timers/:id/retry')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: DecidedDto })
  async retryTimer(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @IfMatch() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecidedDto> {
    requireAny(ability, 'resolve', 'Delivery', ONLY_ADMINS);
    return answered(reply, await this.retryingTimer.execute({ actor, ability, id, seen }));
  }
}

function answered(reply: FastifyReply, decided: Decided): DecidedDto {
  setRevision(reply, decided.revision);
  return decided;
}
