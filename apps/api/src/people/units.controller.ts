import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { AppAbility } from '@chengban/domain';
import { CurrentAbility } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UnitList } from './people.dto.js';
import { UnitsReadModel } from './units.read-model.js';

@TenantController('units', '单位与人员')
export class UnitsController {
  constructor(private readonly units: UnitsReadModel) {}

  @Get()
  @ApiOperation({ summary: '单位' })
  @ApiOkResponse({ type: UnitList })
  async list(@CurrentAbility() ability: AppAbility): Promise<UnitList> {
    const rows = await this.units.list(ability);
    return { items: rows.map(({ id, name, shortName, kind }) => ({ id, name, shortName, kind })) };
  }
}
