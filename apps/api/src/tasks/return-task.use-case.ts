import { Injectable } from '@nestjs/common';
import type { JsonObject, ReturnTo } from '@chengban/domain';
import { ActCommand, cleanText, type ActAnswer, type ActEnvelope } from '../instances/instances.module.js';
import { formDataOf } from './draft-of.js';
import type { ItemBody } from './return-items.dto.js';
import { itemsOf, resolvedOf } from './said-of-items.js';

export interface ReturnAsked {
  readonly reason: string;
  readonly items?: readonly ItemBody[];
  readonly resolved?: readonly string[];
  readonly where?: ReturnTo['where'];
  readonly nodeId?: string;
  readonly after?: ReturnTo['after'];
  readonly data?: JsonObject;
}

/** 退回: back to drafting, with a reason that the unit sees and, item by item, what it is to answer. */
@Injectable()
export class ReturnTaskUseCase {
  constructor(private readonly command: ActCommand) {}

  execute(
    taskId: string,
    { reason, items, resolved, where, nodeId, after, data }: ReturnAsked,
    envelope: ActEnvelope,
  ): Promise<ActAnswer> {
    const back = { ...(where && { where }), ...(nodeId !== undefined && { nodeId }), ...(after && { after }) };
    const said = { ...itemsOf(items), ...resolvedOf(resolved) };
    const act = { verb: 'return', reason: cleanText(reason), ...back, ...said } as const;
    return this.command.execute({ ...envelope, taskId, act, ...(data && { data: formDataOf(data) }) });
  }
}
