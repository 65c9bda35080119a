import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse } from '@nestjs/swagger';
import type { AppAbility } from '@chengban/domain';
import { requireAny } from '../access/require-ability.js';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { CurrentAbility, CurrentTenant } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { cleanObject } from '../instances/instances.module.js';
import { MessageDto, SaidDto, SignalDto } from './messages.dto.js';
import { SayUseCase } from './say.use-case.js';

const ONLY_ADMINS = '只有流程管理员可以向运行中的流程发消息';

/** What reaches running flows from outside. */
@TenantController('flow-messages', '流程消息')
export class MessagesController {
  constructor(private readonly say: SayUseCase) {}

  /** To the one flow that waits for this message: with this key, or, where the drawing has none, of this obligation. */
  @Post('messages')
  @HttpCode(202)
  @Idempotent()
  @ApiAcceptedResponse({ type: SaidDto })
  async message(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Body() { name, key, obligationId, variables = {} }: MessageDto,
  ): Promise<SaidDto> {
    requireAny(ability, 'send', 'FlowMessage', ONLY_ADMINS);
    const place = { key: key ?? null, obligationId: obligationId ?? null };
    const said = { name, ...place, variables: cleanObject(variables) };
    return { id: await this.say.message(tenant, said) };
  }

  /** To every flow that waits for this signal. */
  @Post('signals')
  @HttpCode(202)
  @Idempotent()
  @ApiAcceptedResponse({ type: SaidDto })
  async signal(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Body() { name, variables = {} }: SignalDto,
  ): Promise<SaidDto> {
    requireAny(ability, 'send', 'FlowMessage', ONLY_ADMINS);
    return { id: await this.say.signal(tenant, { name, variables: cleanObject(variables) }) };
  }
}
