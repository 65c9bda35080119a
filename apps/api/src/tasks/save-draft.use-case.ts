import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@chengban/domain';
import { ActCommand, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';
import { draftOf } from './draft-of.js';

/** 保存草稿: keeps what is filled in so far, complete or not. */
@Injectable()
export class SaveDraftUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(
    taskId: string,
    form: { data: JsonObject; evidenceIds: readonly string[] },
    envelope: ActEnvelope,
  ): Promise<ActAnswer> {
    const draft = draftOf(form.data, form.evidenceIds);
    return this.command.execute({ ...envelope, taskId, act: { verb: 'save' }, draft });
  }
}
