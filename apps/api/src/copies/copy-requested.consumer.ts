import { Injectable } from '@nestjs/common';
import { v5, validate } from 'uuid';
import type { Consumer, Delivery, LetGo } from '../outbox/consumer.js';
import { MakeCopiesUseCase } from './make-copies.use-case.js';

interface CopyRequested {
  readonly instanceId: string;
  readonly nodeId: string;
  readonly personIds: readonly string[];
}

/** Copies that a flow asks for when a node is done. The flow has gone on meanwhile, and may have ended. */
@Injectable()
export class CopyRequestedConsumer implements Consumer {
  readonly name = 'copies';

  constructor(private readonly making: MakeCopiesUseCase) {}

  takes(topic: string): boolean {
    return topic === 'copy.requested';
  }

  async deliver({ tenant, id, payload }: Delivery): Promise<void | LetGo> {
    const { instanceId, nodeId, personIds } = payload as unknown as CopyRequested;
    const ids = [...new Set(personIds)].filter((personId) => validate(personId));
    // the same message and person give the same copy, however often it is delivered
    const copies = ids.map((personId) => ({ id: v5(personId, id), personId }));
    const made = await this.making.byFlow(tenant, { instanceId, nodeId, copies });
    if (!made) return { letGo: `没有这个流程实例（${instanceId}），不再抄送` };
  }
}
