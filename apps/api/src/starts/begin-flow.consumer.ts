import { Injectable } from '@nestjs/common';
import { StartTimedCommand, type TimedStart } from '../instances/instances.module.js';
import type { Consumer, Delivery } from '../outbox/consumer.js';

/** Begins the flow of one obligation whose time has come. Told twice it finds the flow begun. */
@Injectable()
export class BeginFlowConsumer implements Consumer {
  readonly name = 'timed starts';

  constructor(private readonly command: StartTimedCommand) {}

  takes(topic: string): boolean {
    return topic === 'flow.start';
  }

  async deliver({ tenant, payload }: Delivery): Promise<void> {
    await this.command.start(tenant, payload as unknown as TimedStart);
  }
}
