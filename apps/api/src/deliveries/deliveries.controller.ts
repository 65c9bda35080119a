import { applyDecorators, Body, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam } from '@nestjs/swagger';
import type { AppAbility } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { requireAny } from '../access/require-ability.js';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { setRevision } from '../http/if-match.js';
import { pageOf, rowsWanted } from '../http/paging/cursor.js';
import { placeAfter } from '../http/paging/place.js';
import { CurrentAbility, CurrentTenant } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { AbandonMessageUseCase } from './abandon-message.use-case.js';
import { DecisionRequest, ONLY_ADMINS, type Decided, type Decision } from './decision.js';
import { AbandonDto, DecidedDto, DeliveriesDto, DeliveriesQuery } from './deliveries.dto.js';
import { DeliveriesReadModel } from './deliveries.read-model.js';
import { RetryTimeUseCase } from './retry-time.use-case.js';
import { TryMessageAgainUseCase } from './try-message-again.use-case.js';

/** An act on one row, which may be sent again. */
const Act = (path: string): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiParam({ name: 'id', type: String }),
    Idempotent(),
    ApiOkResponse({ type: DecidedDto }),
  );

const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** Messages, timers and scheduled starts that do not arrive by themselves. */
@TenantController('deliveries', '没有送达的消息和定时')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesReadModel,
    private readonly tryingAgain: TryMessageAgainUseCase,
    private readonly abandoning: AbandonMessageUseCase,
    private readonly retryingTime: RetryTimeUseCase,
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

  @Act('messages/:id/retry')
  retry(@DecisionRequest() decision: Decision, @Reply() reply: FastifyReply): Promise<DecidedDto> {
    return answered(reply, decision, () => this.tryingAgain.execute('retry', decision));
  }

  /** With a reason, which is kept. */
  @Act('messages/:id/abandon')
  abandon(
    @DecisionRequest() decision: Decision,
    @Body() { reason }: AbandonDto,
    @Reply() reply: FastifyReply,
  ): Promise<DecidedDto> {
    return answered(reply, decision, () => this.abandoning.execute(decision, reason));
  }

  /** What was given up, by the system or by a person. */
  @Act('messages/:id/redeliver')
  redeliver(@DecisionRequest() decision: Decision, @Reply() reply: FastifyReply): Promise<DecidedDto> {
    return answered(reply, decision, () => this.tryingAgain.execute('redeliver', decision));
  }

  @Act('timers/:id/retry')
  retryTimer(@DecisionRequest() decision: Decision, @Reply() reply: FastifyReply): Promise<DecidedDto> {
    return answered(reply, decision, () => this.retryingTime.execute('timer', decision));
  }

  @Act('schedules/:id/retry')
  retrySchedule(@DecisionRequest() decision: Decision, @Reply() reply: FastifyReply): Promise<DecidedDto> {
    return answered(reply, decision, () => this.retryingTime.execute('schedule', decision));
  }
}

async function answered(reply: FastifyReply, { ability }: Decision, act: () => Promise<Decided>): Promise<DecidedDto> {
  requireAny(ability, 'resolve', 'Delivery', ONLY_ADMINS);
  const decided = await act();
  setRevision(reply, decided.revision);
  return decided;
}
