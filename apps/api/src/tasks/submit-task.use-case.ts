import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@chengban/domain';
import { ActCommand, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';
import { draftOf } from './draft-of.js';

/** 报送: ends the drafting task and opens a round, which never changes again. */
@Injectable()
export class SubmitTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(
    taskId: string,
    form: { data: JsonObject; evidenceIds: readonly string[] },
    envelope: ActEnvelope,
  ): Promise<ActAnswer> {
    const draft = draftOf(form.data, form.evidenceIds);
    // conditions of the flow may ask what was filled in
    return this.command.execute({
      ...envelope,
      taskId,
      act: { verb: 'submit', variables: { form: draft.data } },
      draft,
    });
  }
}
