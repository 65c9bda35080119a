import { Body, Delete, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { Settings } from '../config/settings.js';
import { BlobStore, openFile, sendFile } from '../evidence/evidence.module.js';
import { CreatedDto } from '../http/answers/created.dto.js';
import { FoundPeopleDto } from '../http/answers/found-person.dto.js';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { PageQuery } from '../http/paging/page.js';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentActor, type ApiRequest } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { incomingFile } from '../http/uploaded-file.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { MatterReadModel } from '../matters/matter.read-model.js';
import { CommentFileDto, CommentsDto, PeopleSearchQuery, SayBody } from './comments.dto.js';
import { CommentsReadModel } from './comments.read-model.js';
import { DropCommentFileUseCase } from './drop-comment-file.use-case.js';
import { AddCommentUseCase } from './add-comment.use-case.js';
import { ThreadReadModel } from './thread.read-model.js';
import { UploadCommentFileUseCase } from './upload-comment-file.use-case.js';
import { WithdrawCommentUseCase } from './withdraw-comment.use-case.js';

/** 沟通: the thread of an instance. */
@TenantController('', '沟通')
export class CommentsController {
  constructor(
    private readonly settings: Settings,
    private readonly thread: ThreadReadModel,
    private readonly comments: CommentsReadModel,
    private readonly matters: MatterReadModel,
    private readonly blobs: BlobStore,
    private readonly adding: AddCommentUseCase,
    private readonly withdrawing: WithdrawCommentUseCase,
    private readonly dropping: DropCommentFileUseCase,
    private readonly uploading: UploadCommentFileUseCase,
  ) {}

  @Get('instances/:id/comments')
  @ApiOkResponse({ type: CommentsDto })
  list(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Query() query: PageQuery,
  ): Promise<CommentsDto> {
    return this.thread.page(actor, ability, id, query);
  }

  @Post('instances/:id/comments')
  @Idempotent()
  @ApiCreatedResponse({ type: CreatedDto })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) instanceId: string,
    @Body() body: SayBody,
  ): Promise<CreatedDto> {
    return { id: await this.adding.execute({ actor, ability, instanceId, body }) };
  }

  /** Who may be mentioned: whoever would read what is said. */
  @Get('instances/:id/comments/people')
  @ApiOkResponse({ type: FoundPeopleDto })
  async people(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Query() query: PeopleSearchQuery,
  ): Promise<FoundPeopleDto> {
    return { items: await this.thread.mentionable(actor, ability, id, query) };
  }

  @Post('instances/:id/comments/files')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: CommentFileDto })
  addFile(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Req() request: ApiRequest,
  ): Promise<CommentFileDto> {
    const incoming = () => incomingFile(request, this.settings.MAX_UPLOAD_MB * 1024 * 1024);
    return this.uploading.execute(actor, ability, id, incoming);
  }

  @Get('comments/files/:id/content')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async content(
    @CurrentActor() { tenant, personId }: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.comments.file(ability, tenant, id, personId);
    if (!file || !(await this.matters.find(ability, tenant, file.instanceId))) throw notFound('这个附件');
    return sendFile(reply, file, await openFile(this.blobs, tenant, file));
  }

  /** One's own, while it waits to be sent. */
  @Delete('comments/files/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async dropFile(@CurrentActor() actor: Actor, @Param('id', UuidParam) id: string): Promise<void> {
    await this.dropping.execute(actor, id);
  }

  @Post('comments/:id/withdraw')
  @HttpCode(204)
  @Idempotent()
  @ApiNoContentResponse()
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
  ): Promise<void> {
    await this.withdrawing.execute(actor, ability, id);
  }
}
