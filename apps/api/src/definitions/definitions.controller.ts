import { Body, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Actor, AppAbility, FormDefinition } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { requireAny } from '../access/require-ability.js';
import { Idempotent } from '../http/idempotency/idempotent.js';
import { IfMatch, setRevision } from '../http/if-match.js';
import { decodeCursor, pageOf, rowsWanted } from '../http/paging/cursor.js';
import { PageQuery } from '../http/paging/page.js';
import { notFound } from '../http/problems/common-problems.js';
import { CurrentAbility, CurrentActor, CurrentTenant } from '../http/request.js';
import { TenantController } from '../http/tenant-controller.js';
import { CheckDefinitionUseCase } from './check-definition.use-case.js';
import { CreateDefinitionUseCase } from './create-definition.use-case.js';
import { DefinitionsReadModel } from './definitions.read-model.js';
import {
  CheckDefinitionBody,
  CheckDto,
  CreateDefinitionBody,
  DefinitionDto,
  DefinitionsDto,
  DraftDto,
  PublishDefinitionBody,
  SaveDraftBody,
  VersionDto,
  VersionsDto,
} from './definitions.dto.js';
import { DropDraftUseCase } from './drop-draft.use-case.js';
import { PublishDefinitionUseCase } from './publish-definition.use-case.js';
import { SaveDraftUseCase } from './save-draft.use-case.js';

const ONLY_ADMINS = '只有流程管理员可以修改和发布流程';

@TenantController('definitions', '流程')
export class DefinitionsController {
  constructor(
    private readonly definitions: DefinitionsReadModel,
    private readonly check: CheckDefinitionUseCase,
    private readonly create: CreateDefinitionUseCase,
    private readonly publish: PublishDefinitionUseCase,
    private readonly save: SaveDraftUseCase,
    private readonly drop: DropDraftUseCase,
  ) {}

  @Get()
  @ApiOkResponse({ type: DefinitionsDto })
  async list(@CurrentTenant() tenant: string, @Query() query: PageQuery): Promise<DefinitionsDto> {
    const [after] = decodeCursor(query.cursor, ['']) ?? [null];
    const rows = await this.definitions.list(tenant, after, rowsWanted(query));
    return pageOf(
      rows,
      query,
      (row) => [row.key],
      (row) => row,
    );
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: DefinitionDto })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Body() body: CreateDefinitionBody,
  ): Promise<DefinitionDto> {
    requireAny(ability, 'create', 'Definition', ONLY_ADMINS);
    await this.create.execute({ tenant: actor.tenant, personId: actor.personId, ...body });
    return this.definitions.get(actor.tenant, body.key);
  }

  @Post('check')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckDto })
  checkXml(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Body() body: CheckDefinitionBody,
  ): Promise<CheckDto> {
    requireAny(ability, 'update', 'Definition', ONLY_ADMINS);
    return this.check.execute(tenant, body.xml, body.key ?? null);
  }

  @Get(':key/versions')
  @ApiOkResponse({ type: VersionsDto })
  async versions(
    @CurrentTenant() tenant: string,
    @Param('key') key: string,
    @Query() query: PageQuery,
  ): Promise<VersionsDto> {
    if (!(await this.definitions.exists(tenant, key))) throw notFound('这个流程');
    const [before] = decodeCursor(query.cursor, [0]) ?? [null];
    const rows = await this.definitions.versions(tenant, key, before, rowsWanted(query));
    return pageOf(
      rows,
      query,
      (row) => [row.version],
      (row) => row,
    );
  }

  @Get(':key/versions/:version/xml')
  @ApiOkResponse({ content: { 'application/xml': { schema: { type: 'string' } } } })
  async xml(
    @CurrentTenant() tenant: string,
    @Param('key') key: string,
    @Param('version', ParseIntPipe) version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const xml = version > 0 && version < 2 ** 31 ? await this.definitions.xml(tenant, key, version) : null;
    if (xml === null) throw notFound('这个流程版本');
    void reply.type('application/xml; charset=utf-8');
    return xml;
  }

  @Get(':key/form')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async form(@CurrentTenant() tenant: string, @Param('key') key: string): Promise<FormDefinition> {
    const form = await this.definitions.form(tenant, key);
    if (!form) throw notFound('这个流程的表单');
    return form;
  }

  @Post(':key/versions')
  @Idempotent()
  @ApiCreatedResponse({ type: VersionDto })
  async publishVersion(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('key') key: string,
    @Body() body: PublishDefinitionBody,
  ): Promise<VersionDto> {
    requireAny(ability, 'publish', 'Definition', ONLY_ADMINS);
    const { tenant, personId } = actor;
    const { version } = await this.publish.execute({ tenant, key, publishedBy: personId, ...body });
    return this.definitions.version(tenant, key, version);
  }

  @Get(':key/draft')
  @ApiOkResponse({ type: DraftDto })
  async draft(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Param('key') key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftDto> {
    requireAny(ability, 'update', 'Definition', ONLY_ADMINS);
    const draft = await this.definitions.draft(tenant, key);
    if (!draft) throw notFound('这个流程的草稿');
    setRevision(reply, draft.revision);
    return draft;
  }

  @Put(':key/draft')
  @ApiOkResponse({ type: DraftDto })
  async saveDraft(
    @CurrentActor() actor: Actor,
    @CurrentAbility() ability: AppAbility,
    @Param('key') key: string,
    @IfMatch() seen: number | null,
    @Body() body: SaveDraftBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftDto> {
    requireAny(ability, 'update', 'Definition', ONLY_ADMINS);
    const draft = await this.save.execute({ tenant: actor.tenant, key, xml: body.xml, seen, personId: actor.personId });
    setRevision(reply, draft.revision);
    return draft;
  }

  @Delete(':key/draft')
  @HttpCode(204)
  @ApiNoContentResponse()
  async dropDraft(
    @CurrentTenant() tenant: string,
    @CurrentAbility() ability: AppAbility,
    @Param('key') key: string,
    @IfMatch() seen: number | null,
  ): Promise<void> {
    requireAny(ability, 'update', 'Definition', ONLY_ADMINS);
    await this.drop.execute(tenant, key, seen);
  }
}
