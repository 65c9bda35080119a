import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { EventCommand, StartBesideCommand, StartUnattendedCommand } from '../instances/instances.module.js';
import type { Consumer, Delivery, LetGo } from '../outbox/consumer.js';
import type { SaidMessage } from './said.js';

/** A message may come before anybody waits for it; after so many days it is let go, and listed for a person to decide. */
const MAX_WAIT_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Gives a message to the flow that waits for it, else starts what begins with it (§13.2). When there is neither, the
 * outbox tries again later.
 */
@Injectable()
export class DeliverMessageConsumer implements Consumer {
  readonly name = 'flow messages';

  constructor(
    private readonly events: EventCommand,
    private readonly beside: StartBesideCommand,
    private readonly unattended: StartUnattendedCommand,
    private readonly clock: Clock,
  ) {}

  takes(topic: string): boolean {
    return topic === 'flow.message';
  }

  async deliver({ tenant, payload, waitsSince }: Delivery): Promise<void | LetGo> {
    const message = payload as unknown as SaidMessage;
    const delivered = await this.events.deliver(tenant, message);
    if (delivered.kind === 'taken') return;
    // a flow that waits for it but cannot take it now may be mended: nothing else may begin with it meanwhile
    if (delivered.kind === 'missing' && (await this.begins(tenant, message))) return;
    const why = delivered.kind === 'refused' ? delivered.refusal.message : `没有流程在等消息“${message.name}”`;
    if (this.clock.now() - waitsSince.getTime() > MAX_WAIT_DAYS * DAY_MS)
      return { letGo: `${MAX_WAIT_DAYS} 天没有送达，系统不再投递：${why}` };
    throw new Error(why);
  }

  /** What a flow says may begin another beside it; what comes from outside may begin that of the obligation it names. */
  private begins(tenant: string, message: SaidMessage): Promise<boolean> {
    const { name, variables, instanceId, obligationId } = message;
    if (instanceId !== null) return this.beside.start(tenant, { kind: 'message', ...message });
    return obligationId === null
      ? Promise.resolve(false)
      : this.unattended.startWith(tenant, obligationId, name, variables);
  }
}
