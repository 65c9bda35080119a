import { Injectable } from '@nestjs/common';
import { ActCommand, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';
import { draftOf } from './draft-of.js';
import type { DraftBody } from './tasks.dto.js';

/** 保存草稿: keeps what is filled in so far, complete or not. */
@Injectable()
export class SaveDraftUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(taskId: string, form: DraftBody, envelope: ActEnvelope): Promise<ActAnswer> {
    const draft = draftOf(form);
    return this.command.execute({ ...envelope, taskId, act: { verb: 'save' }, draft });
  }
}
