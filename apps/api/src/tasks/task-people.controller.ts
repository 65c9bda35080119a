import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { FoundPeopleDto } from '../http/answers/found-person.dto.js';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentActor } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { Label } from '../http/validation/label.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { TaskPeopleReadModel } from './task-people.read-model.js';

class TaskPeopleQuery {
  @ApiPropertyOptional({ description: '姓名或单位的一部分' })
  @Label('查找的字')
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;

  @ApiPropertyOptional({ description: '后续环节的编号：只找可以选作那个环节办理人的人' })
  @Label('环节')
  @IsOptional()
  @IsString()
  @MaxLength(200)
  choice?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false', description: 'true：只找可以转给的人' })
  @Label('转办')
  @IsOptional()
  @IsIn(['true', 'false'])
  transfer?: 'true' | 'false';
}

/** Whom one may name on a task: in a field of its form, as the next holder, as a signer, for a later step. */
@TenantController('tasks', '待办')
export class TaskPeopleController {
  constructor(private readonly people: TaskPeopleReadModel) {}

  @Get(':id/people')
  @ApiOkResponse({ type: FoundPeopleDto })
  async find(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Query() { q = '', choice, transfer }: TaskPeopleQuery,
  ): Promise<FoundPeopleDto> {
    const question = { words: q, transfer: transfer === 'true', ...(choice !== undefined && { choice }) };
    const items = await this.people.find({ actor, ability }, id, question);
    if (!items) throw notFound('这个待办');
    return { items: [...items] };
  }
}
