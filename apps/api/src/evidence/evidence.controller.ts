import { Delete, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { Settings } from '../config/settings.js';
import { EvidenceDto } from '../http/answers/evidence.dto.js';
import { CurrentAbility, CurrentActor, CurrentTenant, type ApiRequest } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { incomingFile } from '../http/uploaded-file.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { DeleteEvidenceUseCase } from './delete-evidence.use-case.js';
import { UploadQuery } from './evidence.dto.js';
import { ReadEvidenceUseCase } from './read-evidence.use-case.js';
import { sendFile } from './stored-file.js';
import { UploadEvidenceUseCase } from './upload-evidence.use-case.js';

@TenantController('evidence', '佐证材料')
export class EvidenceController {
  constructor(
    private readonly settings: Settings,
    private readonly upload: UploadEvidenceUseCase,
    private readonly read: ReadEvidenceUseCase,
    private readonly remove: DeleteEvidenceUseCase,
  ) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: EvidenceDto })
  add(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Query() { obligationId }: UploadQuery,
    @Req() request: ApiRequest,
  ): Promise<EvidenceDto> {
    const incoming = () => incomingFile(request, this.settings.MAX_UPLOAD_MB * 1024 * 1024);
    return this.upload.execute({ actor, ability, obligationId, incoming });
  }

  @Get(':id/content')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async content(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { record, stream } = await this.read.execute(ability, tenant, id);
    return sendFile(reply, record, stream);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async drop(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<void> {
    await this.remove.execute(ability, tenant, id);
  }
}
