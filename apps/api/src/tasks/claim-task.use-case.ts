import { Injectable } from '@nestjs/common';
import { ActCommand, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';

/** 签收: one of the candidates takes the task; the others see who has it. */
@Injectable()
export class ClaimTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(taskId: string, envelope: ActEnvelope): Promise<ActAnswer> {
    return this.command.execute({ ...envelope, taskId, act: { verb: 'claim' } });
  }
}
