import { Body, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Actor, AppAbility } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { requireAny } from '../access/require-ability.js';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { IfMatch, setRevision } from '../http/if-match.js';
import { invalidInput, notFound, stale } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { CurrentAbility, CurrentActor, type ApiRequest } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { fileBytes, incomingFile } from '../http/uploaded-file.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { ConfirmPlanDraftUseCase } from './confirm-plan-draft.use-case.js';
import { CorrectMeasureUseCase } from './correct-measure.use-case.js';
import { ImportPlanDraftUseCase } from './import-plan-draft.use-case.js';
import { milestonesOf } from './milestones-of.js';
import {
  ConfirmedPlan,
  ConfirmPlanBody,
  CorrectMeasureBody,
  PlanDraftAnswer,
  PlanDraftList,
} from './plan-draft.dto.js';
import { PlanDraftReadModel } from './plan-draft.read-model.js';

/** A task list of a city has a few hundred kilobytes; what is larger is not one. */
const LARGEST_DOCUMENT = 20 * 1024 * 1024;

const WHO = '只有督办单位（市司法局）的人员可以导入和确认方案';

@TenantController('plan-drafts', '方案导入')
export class PlanDraftsController {
  constructor(
    private readonly importDraft: ImportPlanDraftUseCase,
    private readonly correctMeasure: CorrectMeasureUseCase,
    private readonly confirmDraft: ConfirmPlanDraftUseCase,
    private readonly drafts: PlanDraftReadModel,
  ) {}

  @Post()
  @ApiOperation({ summary: '导入任务清单（.docx、.xlsx、.txt、.tsv），得到待确认的读法' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: PlanDraftAnswer })
  async create(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDraftAnswer> {
    requireAny(ability, 'create', 'PlanDraft', WHO);
    const file = await incomingFile(request, LARGEST_DOCUMENT);
    const bytes = await fileBytes(file, LARGEST_DOCUMENT);
    const id = await this.importDraft.run(actor, file.fileName, bytes);
    if (!id.ok) throw Problem.from({ field: 'file', ...id.error });
    return this.answer(actor.tenant, id.value, reply);
  }

  @Get()
  @ApiOperation({ summary: '导入过的任务清单，新的在前' })
  @ApiOkResponse({ type: PlanDraftList })
  async list(@CurrentActor() actor: Actor, @CurrentAbility() ability: AppAbility): Promise<PlanDraftList> {
    requireAny(ability, 'read', 'PlanDraft', WHO);
    return { items: await this.drafts.list(actor.tenant) };
  }

  @Get(':id')
  @ApiOperation({ summary: '待确认的读法' })
  @ApiOkResponse({ type: PlanDraftAnswer })
  async get(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDraftAnswer> {
    requireAny(ability, 'read', 'PlanDraft', WHO);
    return this.answer(actor.tenant, id, reply);
  }

  @Patch(':id/measures/:no')
  @Idempotent()
  @ApiOperation({ summary: '改正一项措施的读法' })
  @ApiOkResponse({ type: PlanDraftAnswer })
  async correct(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) draftId: string,
    @Param('no', ParseIntPipe) no: number,
    @Body() body: CorrectMeasureBody,
    @IfMatch() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDraftAnswer> {
    requireAny(ability, 'update', 'PlanDraft', WHO);
    if (body.units === undefined && body.deadline === undefined)
      throw invalidInput([{ field: 'units', message: '请填写要改正的责任单位或完成时限' }]);
    const correction = {
      ...(body.units && { units: body.units.map((name) => name.trim()) }),
      ...(body.deadline && { deadline: { milestones: milestonesOf(body.deadline), ongoing: body.deadline.ongoing } }),
    };
    const done = await this.correctMeasure.run(actor, { draftId, no, seen }, correction);
    if (!done.ok) {
      const { findings, revision, ...refusal } = done.error;
      if (refusal.code === 'not-found') throw notFound('这项措施');
      if (revision !== undefined) throw stale({ revision, changed: [] });
      throw Problem.from(refusal, 422, findings && { findings });
    }
    return this.answer(actor.tenant, draftId, reply);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({ summary: '确认读法：方案生效并生成承办事项' })
  @ApiOkResponse({ type: ConfirmedPlan })
  async confirm(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('id', UuidParam) draftId: string,
    @Body() body: ConfirmPlanBody,
  ): Promise<ConfirmedPlan> {
    requireAny(ability, 'confirm', 'PlanDraft', WHO);
    const done = await this.confirmDraft.run(actor, draftId, body);
    if (done.ok) return done.value;
    const { findings, ...refusal } = done.error;
    if (refusal.code === 'not-found') throw notFound('这份清单');
    throw Problem.from(refusal, 422, findings && { findings });
  }

  private async answer(tenant: string, id: string, reply: FastifyReply): Promise<PlanDraftAnswer> {
    const draft = await this.drafts.find(tenant, id);
    if (!draft) throw notFound('这份清单');
    setRevision(reply, draft.revision);
    return draft;
  }
}
