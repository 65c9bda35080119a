import { Body, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { requireAny } from '../../access/require-ability.js';
import { Idempotent } from '../../http/idempotency/idempotent.js';
import { IfMatch, setRevision } from '../../http/if-match.js';
import { CurrentAbility, CurrentActor } from '../../http/request.js';
import { TenantController } from '../../http/tenant-controller.js';
import { NotificationSettingsBody, NotificationSettingsDto } from './notification-settings.dto.js';
import { NotificationSettingsReadModel } from './notification-settings.read-model.js';
import { SaveSettingsUseCase } from './save-settings.use-case.js';
import { TestMailUseCase } from './test-mail.use-case.js';

export class TestMailDto {
  @ApiProperty({ description: '发往的地址' })
  email: string;
}

/** One's own settings; there is no way to anybody else's. */
@TenantController('notification-settings', '消息')
export class NotificationSettingsController {
  constructor(
    private readonly settings: NotificationSettingsReadModel,
    private readonly saving: SaveSettingsUseCase,
    private readonly testing: TestMailUseCase,
  ) {}

  @Get()
  @ApiOkResponse({ type: NotificationSettingsDto })
  async get(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NotificationSettingsDto> {
    requireAny(ability, 'read', 'NotificationSetting', '只能查看自己的通知设置');
    const settings = await this.settings.of(actor);
    setRevision(reply, settings.revision);
    return settings;
  }

  @Put()
  @Idempotent()
  @ApiOkResponse({ type: NotificationSettingsDto })
  async save(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @IfMatch() seen: number | null,
    @Body() { categories, ...body }: NotificationSettingsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NotificationSettingsDto> {
    const choices = Object.fromEntries(categories.map(({ category, inApp, mail }) => [category, { inApp, mail }]));
    const { email = null, quiet = null, ...rest } = body;
    const saved = await this.saving.execute(actor, ability, { ...rest, email, quiet, choices }, seen);
    setRevision(reply, saved.revision);
    return this.settings.inWords(saved);
  }

  @Post('test-mail')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: TestMailDto })
  async test(@CurrentActor() actor: Actor): Promise<TestMailDto> {
    return { email: await this.testing.execute(actor) };
  }
}
