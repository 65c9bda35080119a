import { Injectable } from '@nestjs/common';
import type { Choices } from '@chengban/domain';
import { ActCommand, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';
import { draftOf } from './draft-of.js';
import { answersOf } from './said-of-items.js';
import type { SubmitBody } from './tasks.dto.js';

/** 报送: ends the drafting task and opens a round, which never changes again. */
@Injectable()
export class SubmitTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(taskId: string, form: SubmitBody, envelope: ActEnvelope): Promise<ActAnswer> {
    const draft = draftOf(form);
    // what conditions of the flow may ask is worked out where the matter's data are known (check-form.ts)
    const act = { verb: 'submit', variables: {}, ...answersOf(draft.answers ?? []), ...chosenOf(form) } as const;
    return this.command.execute({ ...envelope, taskId, act, draft });
  }
}

const chosenOf = ({ chosen }: SubmitBody): { readonly chosen?: Choices } =>
  chosen === undefined
    ? {}
    : {
        chosen: Object.fromEntries(
          Object.entries(chosen).map(([nodeId, ids]) => [nodeId, [...new Set(ids.map((id) => id.toLowerCase()))]]),
        ),
      };
