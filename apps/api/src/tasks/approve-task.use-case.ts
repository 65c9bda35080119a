import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@chengban/domain';
import { ActCommand, cleanText, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';
import { formDataOf } from './draft-of.js';
import { resolvedOf } from './said-of-items.js';

/** 同意: called 受理, 通过 or whatever the drawing says. */
@Injectable()
export class ApproveTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(
    taskId: string,
    { opinion, resolved, data }: { opinion?: string; resolved?: readonly string[]; data?: JsonObject },
    envelope: ActEnvelope,
  ): Promise<ActAnswer> {
    const said = opinion === undefined ? {} : { opinion: cleanText(opinion) };
    const act = { verb: 'approve', ...said, ...resolvedOf(resolved) } as const;
    return this.command.execute({ ...envelope, taskId, act, ...(data && { data: formDataOf(data) }) });
  }
}
