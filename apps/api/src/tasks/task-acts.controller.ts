import { Body, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TenantController } from '../http/tenant-controller.js';
import { UuidParam } from '../http/validation/uuid-param.pipe.js';
import { ActRequest, cleanText, type ActEnvelope, type BatchResult } from '../instances/instances.module.js';
import { Act, answered } from './act-route.js';
import { formDataOf } from './draft-of.js';
import { ActOnTaskUseCase } from './act-on-task.use-case.js';
import { ApproveBatchUseCase } from './approve-batch.use-case.js';
import { ApproveBatchBody, BatchResultsDto, type BatchResultDto } from './batch.dto.js';
import { AddSignersBody, PassOnBody, RejectBody, RemoveSignerBody, ReplyBody } from './task-acts.dto.js';
import { ActAnswerDto } from './tasks.dto.js';

/** What a reviewer may do with a task besides 同意 and 退回. */
@TenantController('tasks', '待办')
export class TaskActsController {
  constructor(
    private readonly acting: ActOnTaskUseCase,
    private readonly batch: ApproveBatchUseCase,
  ) {}

  /** 批量同意: every task with its own result. */
  @Post('approve-batch')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: '同一操作重复提交时使用同一个值' })
  @ApiOkResponse({ type: BatchResultsDto })
  async approveBatch(
    @Body() { items, opinion }: ApproveBatchBody,
    @ActRequest() envelope: ActEnvelope,
  ): Promise<BatchResultsDto> {
    const asked = items.map(({ taskId, revision }) => ({
      taskId: taskId.toLowerCase(),
      ...(revision !== undefined && { revision }),
    }));
    const results = await this.batch.execute(asked, opinion, envelope);
    return { results: results.map(resultOf) };
  }

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

function resultOf(result: BatchResult): BatchResultDto {
  const { taskId } = result;
  if (result.ok)
    return { taskId, ok: true, next: result.answer.next.map(({ name, who }) => `${name}（${who.join('、')}）`) };
  const { code, title, detail } = result.problem.details;
  return { taskId, ok: false, code, title, ...(detail !== undefined && { detail }) };
}
