import { Injectable } from '@nestjs/common';
import { networksOf } from '../../config/networks.js';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../database/clock.js';
import type { OutsideMessage, Sender } from '../../outbox/sender.js';
import { NotTaken, postSigned } from './post-signed.js';
import type { WebhookEvent } from './webhook.channel.js';
import { WebhookStore, type Receiver } from './webhook.store.js';

@Injectable()
export class WebhookSender implements Sender {
  readonly topic = 'webhook.send';
  readonly perLane = 3;

  constructor(
    private readonly webhooks: WebhookStore,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async send({ tenant, lane, payload }: OutsideMessage): Promise<void> {
    const receiver = await this.webhooks.receiver(tenant, lane);
    if (!receiver) throw new NotTaken('这个推送地址已经删除，请放弃这一条');
    await this.post(receiver, payload['event'] as unknown as WebhookEvent);
  }

  /** Notes how it went. @returns in Chinese what the receiver said @throws NotTaken */
  async post({ tenant, id, url, secret }: Receiver, event: WebhookEvent): Promise<string> {
    const note = (isOk: boolean, words: string): Promise<void> =>
      this.webhooks.noteTry(tenant, id, this.clock.date(), isOk, words);
    try {
      if (secret === null) throw new NotTaken('还没有生成密钥，请先生成密钥');
      const networks = networksOf(this.settings.WEBHOOK_NETWORKS);
      if (!networks) throw new NotTaken('WEBHOOK_NETWORKS 的设置有误，请系统维护人员改正');
      const post = { url, secret, id: event.id, body: JSON.stringify(event), now: this.clock.now() };
      const words = `对方已收下（${await postSigned(post, networks)}）`;
      await note(true, words);
      return words;
    } catch (error) {
      if (error instanceof NotTaken) await note(false, error.message);
      throw error;
    }
  }
}
