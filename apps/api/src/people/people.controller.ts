import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { AppAbility } from '@chengban/domain';
import { requireAny } from '../access/require-ability.js';
import { CurrentAbility, CurrentTenant } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { PeopleQuery, PersonList } from './people.dto.js';
import { PersonListReadModel } from './person-list.read-model.js';

@TenantController('people', '单位与人员')
export class PeopleController {
  constructor(private readonly people: PersonListReadModel) {}

  @Get()
  @ApiOperation({ summary: '人员及其岗位' })
  @ApiOkResponse({ type: PersonList })
  async list(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Query() query: PeopleQuery,
  ): Promise<PersonList> {
    requireAny(ability, 'read', 'Person', '只有流程管理员和督办人员可以查看人员名单');
    return { items: await this.people.list(tenant, ability, query.unitId) };
  }
}
