import { applyDecorators, Body, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { MatterAct } from '@chengban/domain';
import type { FastifyReply } from 'fastify';
import { setRevision } from '../http/if-match.js';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { ActRequest, type ActEnvelope } from './act-request.js';
import { cleanText } from './clean-text.js';
import { MatterAnswerDto, ReasonBody, RerouteBody, UrgeBody } from './matter-acts.dto.js';
import { MatterCommand } from './matter.command.js';

const Act = (): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: '同一操作重复提交时使用同一个值' }),
    ApiHeader({ name: 'If-Match', required: false, description: '您看到的 revision，例如 "3"；已被更新时答复 409' }),
    ApiOkResponse({ type: MatterAnswerDto }),
  );

/** What is done on a matter as a whole: 撤回、撤销、终止、重开、催办、调度. */
@TenantController('instances', '流程实例')
export class MatterActsController {
  constructor(private readonly command: MatterCommand) {}

  @Post(':id/withdraw')
  @Act()
  withdraw(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: ReasonBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterAnswerDto> {
    return this.act(id, { verb: 'withdraw', reason: cleanText(reason) }, envelope, reply);
  }

  @Post(':id/cancel')
  @Act()
  cancel(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: ReasonBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterAnswerDto> {
    return this.act(id, { verb: 'cancel', reason: cleanText(reason) }, envelope, reply);
  }

  @Post(':id/terminate')
  @Act()
  terminate(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: ReasonBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterAnswerDto> {
    return this.act(id, { verb: 'terminate', reason: cleanText(reason) }, envelope, reply);
  }

  @Post(':id/reopen')
  @Act()
  reopen(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: ReasonBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterAnswerDto> {
    return this.act(id, { verb: 'reopen', reason: cleanText(reason) }, envelope, reply);
  }

  @Post(':id/urge')
  @Act()
  urge(
    @Param('id', UuidParam) id: string,
    @Body() body: UrgeBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterAnswerDto> {
    const text = body?.text === undefined ? {} : { text: cleanText(body.text) };
    return this.act(id, { verb: 'urge', ...text }, envelope, reply);
  }

  @Post(':id/reroute')
  @Act()
  reroute(
    @Param('id', UuidParam) id: string,
    @Body() { token, to, reason }: RerouteBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterAnswerDto> {
    return this.act(id, { verb: 'reroute', token, to, reason: cleanText(reason) }, envelope, reply);
  }

  @Post(':id/reroute/confirm')
  @Act()
  confirmReroute(
    @Param('id', UuidParam) id: string,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterAnswerDto> {
    return this.act(id, { verb: 'confirmReroute' }, envelope, reply);
  }

  @Post(':id/reroute/drop')
  @Act()
  dropReroute(
    @Param('id', UuidParam) id: string,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterAnswerDto> {
    return this.act(id, { verb: 'dropReroute' }, envelope, reply);
  }

  private async act(
    instanceId: string,
    act: MatterAct,
    envelope: ActEnvelope,
    reply: FastifyReply,
  ): Promise<MatterAnswerDto> {
    const answer = await this.command.execute({ ...envelope, instanceId, act });
    setRevision(reply, answer.instance.revision);
    return answer;
  }
}
