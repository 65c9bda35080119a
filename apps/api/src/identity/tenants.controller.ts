import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../http/request.js';
import { TenantAnswer } from './session.dto.js';
import { TenantStore } from './tenant.store.js';

/** The sign-in page asks for the city's name before anybody has signed in. */
@Controller('api/v1/public/tenants')
@ApiTags('登录')
export class TenantsController {
  constructor(private readonly tenants: TenantStore) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '城市' })
  @ApiOkResponse({ type: [TenantAnswer] })
  async list(): Promise<TenantAnswer[]> {
    return (await this.tenants.list()).map(({ tenant, name }) => ({ id: tenant, name }));
  }
}
