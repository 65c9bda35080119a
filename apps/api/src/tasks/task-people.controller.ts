import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional } from '@nestjs/swagger';
import { unitsOf, type Actor, type AppAbility } from '@chengban/domain';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { FoundPeopleDto } from '../http/answers/found-person.dto.js';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentActor } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { Label } from '../http/validation/label.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { PersonSearchReadModel } from '../people/person-search.read-model.js';
import { TasksReadModel } from './tasks.read-model.js';

class FormPeopleQuery {
  @ApiPropertyOptional({ description: '姓名或单位的一部分' })
  @Label('查找的字')
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;
}

const MOST = 20;

/** Whom a person field of a task's form may name. */
@TenantController('tasks', '待办')
export class TaskPeopleController {
  constructor(
    private readonly tasks: TasksReadModel,
    private readonly people: PersonSearchReadModel,
  ) {}

  @Get(':id/people')
  @ApiOkResponse({ type: FoundPeopleDto })
  async find(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Query() { q = '' }: FormPeopleQuery,
  ): Promise<FoundPeopleDto> {
    if (!(await this.tasks.find({ actor, ability }, id))) throw notFound('这个待办');
    const near = unitsOf(actor);
    const asked = { words: q, near, limit: MOST };
    return { items: await this.people.find(ability, actor.tenant, asked, () => true) };
  }
}
