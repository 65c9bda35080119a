import { Injectable } from '@nestjs/common';
import { ActCommand, cleanText, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';

/** 退回: back to drafting, with a reason that the unit sees. */
@Injectable()
export class ReturnTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(taskId: string, reason: string, envelope: ActEnvelope): Promise<ActAnswer> {
    return this.command.execute({ ...envelope, taskId, act: { verb: 'return', reason: cleanText(reason) } });
  }
}
