import { Body, Delete, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { requireAny } from '../../access/require-ability.js';
import { Idempotent } from '../../http/idempotency/idempotent.js';
import { setRevision } from '../../http/if-match.js';
import { notFound } from '../../http/problems/common-problems.js';
import { CurrentAbility, CurrentActor, CurrentTenant } from '../../http/request.js';
import { TenantController } from '../../http/tenant-controller.js';
import { CATEGORIES, CATEGORY_NAMES } from '../categories.js';
import { ChangeWebhookUseCase } from './change-webhook.use-case.js';
import { CreateWebhookUseCase } from './create-webhook.use-case.js';
import { RemoveWebhookUseCase } from './remove-webhook.use-case.js';
import { RenewSecretUseCase } from './renew-secret.use-case.js';
import { TryWebhookUseCase } from './try-webhook.use-case.js';
import { ONLY_ADMINS, WebhookRequest, type WebhookDecision } from './webhook-decision.js';
import { SecretDto, TriedDto, WebhookBody, WebhookDto, WebhooksDto } from './webhooks.dto.js';
import { WebhooksReadModel } from './webhooks.read-model.js';

const IdParam = (): MethodDecorator => ApiParam({ name: 'id', type: String });

@TenantController('webhooks', '消息推送')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksReadModel,
    private readonly creating: CreateWebhookUseCase,
    private readonly changing: ChangeWebhookUseCase,
    private readonly removing: RemoveWebhookUseCase,
    private readonly renewing: RenewSecretUseCase,
    private readonly trying: TryWebhookUseCase,
  ) {}

  @Get()
  @ApiOkResponse({ type: WebhooksDto })
  async list(@CurrentTenant() tenant: string, @CurrentAbility() ability: AppAbility): Promise<WebhooksDto> {
    requireAny(ability, 'read', 'Webhook', ONLY_ADMINS);
    const topics = CATEGORY_NAMES.map((category) => ({ category, name: CATEGORIES[category].name }));
    return { items: await this.webhooks.list(ability, tenant), topics };
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: WebhookDto })
  async create(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Body() body: WebhookBody,
  ): Promise<WebhookDto> {
    requireAny(ability, 'create', 'Webhook', ONLY_ADMINS);
    return this.one(ability, actor.tenant, await this.creating.execute(actor, body));
  }

  @Put(':id')
  @IdParam()
  @Idempotent()
  @ApiOkResponse({ type: WebhookDto })
  async change(
    @WebhookRequest() decision: WebhookDecision,
    @Body() body: WebhookBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookDto> {
    const { ability, actor, id } = decision;
    requireAny(ability, 'update', 'Webhook', ONLY_ADMINS);
    setRevision(reply, await this.changing.execute(decision, body));
    return this.one(ability, actor.tenant, id);
  }

  @Delete(':id')
  @IdParam()
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@WebhookRequest() decision: WebhookDecision): Promise<void> {
    requireAny(decision.ability, 'delete', 'Webhook', ONLY_ADMINS);
    await this.removing.execute(decision);
  }

  /** Not kept for repetitions: that would keep the secret too. */
  @Post(':id/secret')
  @IdParam()
  @HttpCode(200)
  @ApiOkResponse({ type: SecretDto })
  async renew(
    @WebhookRequest() decision: WebhookDecision,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SecretDto> {
    requireAny(decision.ability, 'update', 'Webhook', ONLY_ADMINS);
    void reply.header('Cache-Control', 'no-store');
    return this.renewing.execute(decision);
  }

  @Post(':id/test')
  @IdParam()
  @HttpCode(200)
  @ApiOkResponse({ type: TriedDto })
  test(@WebhookRequest() decision: WebhookDecision): Promise<TriedDto> {
    requireAny(decision.ability, 'update', 'Webhook', ONLY_ADMINS);
    return this.trying.execute(decision);
  }

  private async one(ability: AppAbility, tenant: string, id: string): Promise<WebhookDto> {
    const [webhook] = await this.webhooks.list(ability, tenant, id);
    if (!webhook) throw notFound('这个推送地址');
    return webhook;
  }
}
