import { Injectable } from '@nestjs/common';
import { ActCommand, cleanText, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';
import type { ItemBody } from './return-items.dto.js';
import { itemsOf, resolvedOf } from './said-of-items.js';

/** 退回: back to drafting, with a reason that the unit sees and, item by item, what it is to answer. */
@Injectable()
export class ReturnTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(
    taskId: string,
    { reason, items, resolved }: { reason: string; items?: readonly ItemBody[]; resolved?: readonly string[] },
    envelope: ActEnvelope,
  ): Promise<ActAnswer> {
    const act = { verb: 'return', reason: cleanText(reason), ...itemsOf(items), ...resolvedOf(resolved) } as const;
    return this.command.execute({ ...envelope, taskId, act });
  }
}
