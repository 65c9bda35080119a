import { Injectable } from '@nestjs/common';
import { ActCommand, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';

/** 退还: the holder gives the task back to all candidates. */
@Injectable()
export class ReleaseTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(taskId: string, envelope: ActEnvelope): Promise<ActAnswer> {
    return this.command.execute({ ...envelope, taskId, act: { verb: 'release' } });
  }
}
