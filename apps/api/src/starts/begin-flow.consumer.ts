import { Injectable } from '@nestjs/common';
import { StartUnattendedCommand, type UnattendedStart } from '../instances/instances.module.js';
import type { Consumer, Delivery } from '../outbox/consumer.js';

/** Begins the flow of one obligation, whose time or signal has come. Told twice it finds the flow begun. */
@Injectable()
export class BeginFlowConsumer implements Consumer {
  readonly name = 'starts';

  constructor(private readonly command: StartUnattendedCommand) {}

  takes(topic: string): boolean {
    return topic === 'flow.start';
  }

  async deliver({ tenant, payload }: Delivery): Promise<void> {
    await this.command.start(tenant, payload as unknown as UnattendedStart);
  }
}
