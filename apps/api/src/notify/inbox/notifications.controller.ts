import { Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import { pageOf, rowsWanted } from '../../http/paging/cursor.js';
import { placeAfter } from '../../http/paging/place.js';
import { CurrentAbility, CurrentActor } from '../../http/request.js';
import { TenantController } from '../../http/tenant-controller.js';
import { UuidParam } from '../../http/validation/uuid-param.pipe.js';
import { NotificationQuery, NotificationsDto } from './notifications.dto.js';
import { NotificationsReadModel } from './notifications.read-model.js';
import { ReadNotificationUseCase } from './read-notification.use-case.js';

@TenantController('notifications', '消息')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsReadModel,
    private readonly read: ReadNotificationUseCase,
  ) {}

  @Get()
  @ApiOkResponse({ type: NotificationsDto })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Query() query: NotificationQuery,
  ): Promise<NotificationsDto> {
    const filter = { unread: query.unread === 'true', after: placeAfter(query.cursor), limit: rowsWanted(query) };
    const rows = await this.notifications.list(ability, actor.tenant, filter);
    const page = pageOf(
      rows,
      query,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
    return { ...page, unread: await this.notifications.unread(ability, actor.tenant) };
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  async markRead(@CurrentActor() actor: Actor, @Param('id', UuidParam) id: string): Promise<void> {
    await this.read.execute(actor, id);
  }
}
