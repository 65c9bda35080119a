import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../http/request.js';
import { tenantNotFound } from '../http/problems/common-problems.js';
import { TenantStore } from './tenant.store.js';

/** The city in the address must exist. Routes without one (health, documentation) pass. */
@Injectable()
export class TenantGuard implements CanActivate {
  constructor(private readonly tenants: TenantStore) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { tenant } = context.switchToHttp().getRequest<ApiRequest>().params;
    if (tenant !== undefined && !(await this.tenants.exists(tenant))) throw tenantNotFound();
    return true;
  }
}
