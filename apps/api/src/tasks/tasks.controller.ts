import { Body, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { setRevision } from '../http/if-match.js';
import { pageOf, rowsWanted } from '../http/paging/cursor.js';
import { placeAfter } from '../http/paging/place.js';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentActor } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { ActRequest, type ActEnvelope } from '../instances/instances.module.js';
import { Act, answered } from './act-route.js';
import { ApproveTaskUseCase } from './approve-task.use-case.js';
import { ClaimTaskUseCase } from './claim-task.use-case.js';
import { ReleaseTaskUseCase } from './release-task.use-case.js';
import { ReturnTaskUseCase } from './return-task.use-case.js';
import { SaveDraftUseCase } from './save-draft.use-case.js';
import { SubmitTaskUseCase } from './submit-task.use-case.js';
import { TaskPageDto } from './task-page.dto.js';
import { TaskPageReadModel } from './task-page.read-model.js';
import { ActAnswerDto, ApproveBody, DraftBody, ReturnBody, SubmitBody, TaskQuery, TasksDto } from './tasks.dto.js';
import { TasksReadModel } from './tasks.read-model.js';

@TenantController('tasks', '待办')
export class TasksController {
  constructor(
    private readonly tasks: TasksReadModel,
    private readonly pages: TaskPageReadModel,
    private readonly claim: ClaimTaskUseCase,
    private readonly release: ReleaseTaskUseCase,
    private readonly save: SaveDraftUseCase,
    private readonly submit: SubmitTaskUseCase,
    private readonly approve: ApproveTaskUseCase,
    private readonly sendBack: ReturnTaskUseCase,
  ) {}

  @Get()
  @ApiOkResponse({ type: TasksDto })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Query() query: TaskQuery,
  ): Promise<TasksDto> {
    const status = query.status ?? 'open';
    const mine = query.mine !== 'false';
    const filter = { status, mine, after: placeAfter(query.cursor), limit: rowsWanted(query) };
    const records = await this.tasks.list({ actor, ability }, filter);
    return pageOf(
      records,
      query,
      (record) => record.cursor,
      (record) => record.item,
    );
  }

  @Get(':id')
  @ApiOkResponse({ type: TaskPageDto })
  async find(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TaskPageDto> {
    const page = await this.pages.find(actor, ability, id);
    if (!page) throw notFound('这个待办');
    setRevision(reply, page.revision);
    return page;
  }

  @Post(':id/claim')
  @Act()
  claimTask(
    @Param('id', UuidParam) id: string,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    return answered(reply, this.claim.execute(id, envelope));
  }

  @Post(':id/release')
  @Act()
  releaseTask(
    @Param('id', UuidParam) id: string,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    return answered(reply, this.release.execute(id, envelope));
  }

  @Put(':id/draft')
  @Act()
  saveDraft(
    @Param('id', UuidParam) id: string,
    @Body() body: DraftBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    return answered(reply, this.save.execute(id, body, envelope));
  }

  @Post(':id/submit')
  @Act()
  submitTask(
    @Param('id', UuidParam) id: string,
    @Body() body: SubmitBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    return answered(reply, this.submit.execute(id, body, envelope));
  }

  @Post(':id/approve')
  @Act()
  approveTask(
    @Param('id', UuidParam) id: string,
    @Body() body: ApproveBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    return answered(reply, this.approve.execute(id, body ?? {}, envelope));
  }

  @Post(':id/return')
  @Act()
  returnTask(
    @Param('id', UuidParam) id: string,
    @Body() body: ReturnBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    return answered(reply, this.sendBack.execute(id, body, envelope));
  }
}
