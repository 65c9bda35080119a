import { Injectable } from '@nestjs/common';
import type { JsonObject, TaskAct } from '@chengban/domain';
import { ActCommand, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';

/** 不予通过、转办、委派、回复委派、加签、减签: what needs nothing of a draft. */
@Injectable()
export class ActOnTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(taskId: string, act: TaskAct, envelope: ActEnvelope, data?: JsonObject): Promise<ActAnswer> {
    return this.command.execute({ ...envelope, taskId, act, ...(data && { data }) });
  }
}
