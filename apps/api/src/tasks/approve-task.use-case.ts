import { Injectable } from '@nestjs/common';
import { ActCommand, cleanText, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';

/** 同意: called 受理, 通过 or whatever the drawing says. */
@Injectable()
export class ApproveTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(taskId: string, opinion: string | undefined, envelope: ActEnvelope): Promise<ActAnswer> {
    const act = { verb: 'approve', ...(opinion === undefined ? {} : { opinion: cleanText(opinion) }) } as const;
    return this.command.execute({ ...envelope, taskId, act });
  }
}
