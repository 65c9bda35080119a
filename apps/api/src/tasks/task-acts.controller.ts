import { Body, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { ActRequest, cleanText, type ActEnvelope } from '../instances/instances.module.js';
import { Act, answered } from './act-route.js';
import { formDataOf } from './draft-of.js';
import { ActOnTaskUseCase } from './act-on-task.use-case.js';
import { AddSignersBody, PassOnBody, RejectBody, RemoveSignerBody, ReplyBody } from './task-acts.dto.js';
import { ActAnswerDto } from './tasks.dto.js';

/** What a reviewer may do with a task besides 同意 and 退回. */
@TenantController('tasks', '待办')
export class TaskActsController {
  constructor(private readonly acting: ActOnTaskUseCase) {}

  @Post(':id/reject')
  @Act()
  reject(
    @Param('id', UuidParam) id: string,
    @Body() { reason, data }: RejectBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    const act = { verb: 'reject', reason: cleanText(reason) } as const;
    return answered(reply, this.acting.execute(id, act, envelope, data && formDataOf(data)));
  }

  @Post(':id/transfer')
  @Act()
  transfer(
    @Param('id', UuidParam) id: string,
    @Body() { toId, reason }: PassOnBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    const act = { verb: 'transfer', toId: toId.toLowerCase(), reason: cleanText(reason) } as const;
    return answered(reply, this.acting.execute(id, act, envelope));
  }

  @Post(':id/delegate')
  @Act()
  delegate(
    @Param('id', UuidParam) id: string,
    @Body() { toId, reason }: PassOnBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    const act = { verb: 'delegate', toId: toId.toLowerCase(), reason: cleanText(reason) } as const;
    return answered(reply, this.acting.execute(id, act, envelope));
  }

  @Post(':id/reply')
  @Act()
  replyToDelegator(
    @Param('id', UuidParam) id: string,
    @Body() { opinion }: ReplyBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    const act = { verb: 'reply', opinion: cleanText(opinion) } as const;
    return answered(reply, this.acting.execute(id, act, envelope));
  }

  @Post(':id/signers')
  @Act()
  addSigners(
    @Param('id', UuidParam) id: string,
    @Body() { side, mode, personIds, reason }: AddSignersBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    const ids = personIds.map((each) => each.toLowerCase());
    const why = reason === undefined ? {} : { reason: cleanText(reason) };
    const act = { verb: 'addSigner', side, mode, personIds: ids, ...why } as const;
    return answered(reply, this.acting.execute(id, act, envelope));
  }

  @Post(':id/signers/remove')
  @Act()
  removeSigner(
    @Param('id', UuidParam) id: string,
    @Body() { seat, reason }: RemoveSignerBody,
    @ActRequest() envelope: ActEnvelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActAnswerDto> {
    const act = { verb: 'removeSigner', seat, reason: cleanText(reason) } as const;
    return answered(reply, this.acting.execute(id, act, envelope));
  }
}
