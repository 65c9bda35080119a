import { Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import type { AppAbility } from '@chengban/domain';
import { requireAny } from '../access/require-ability.js';
import { HANDLER_NEEDS } from '../config/handler-names.js';
import { CurrentAbility } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { HANDLERS, type Handler } from './handlers/handler.js';

export class HandlerDto {
  @ApiProperty({ example: 'notify' })
  name: string;

  @ApiProperty({ example: '发送站内消息' })
  title: string;

  @ApiProperty()
  help: string;

  @ApiProperty({ type: [String], example: ['title'], description: '必须交给它的内容' })
  needs: readonly string[];
}

/** What service tasks of a drawing may name. */
@TenantController('handlers', '服务任务')
export class HandlersController {
  constructor(@Inject(HANDLERS) private readonly handlers: readonly Handler[]) {}

  @Get()
  @ApiOkResponse({ type: [HandlerDto] })
  list(@CurrentAbility() ability: AppAbility): HandlerDto[] {
    requireAny(ability, 'read', 'Definition', '您不能查看流程');
    return this.handlers.map(({ name, title, help }) => ({ name, title, help, needs: HANDLER_NEEDS[name] }));
  }
}
