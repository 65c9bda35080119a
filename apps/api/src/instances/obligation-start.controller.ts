import { Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation } from '@nestjs/swagger';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { ActRequest, type ActEnvelope } from './act-request.js';
import { StartedDto } from './instances.dto.js';
import { StartObligationUseCase } from './start-obligation.use-case.js';

@TenantController('obligations', '承办事项')
export class ObligationStartController {
  constructor(private readonly start: StartObligationUseCase) {}

  @Post(':id/start')
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: '同一操作重复提交时使用同一个值' })
  @ApiCreatedResponse({ type: StartedDto })
  open(@Param('id', UuidParam) id: string, @ActRequest() envelope: ActEnvelope): Promise<StartedDto> {
    return this.start.execute(id, envelope);
  }

  @Post(':id/extension')
  @ApiOperation({ summary: '申请延期：另行办理，承办事项的状态不变' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: '同一操作重复提交时使用同一个值' })
  @ApiCreatedResponse({ type: StartedDto })
  extend(@Param('id', UuidParam) id: string, @ActRequest() envelope: ActEnvelope): Promise<StartedDto> {
    return this.start.execute(id, envelope, 'extension');
  }
}
