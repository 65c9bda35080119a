import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { categoryOf } from './categories.js';
import { FeedStore } from './inbox/feed.store.js';
import { InAppChannel } from './inbox/in-app.channel.js';
import { MailChannel } from './mail/mail.channel.js';
import type { Notice, SortedNotice } from './notice.js';
import { NotificationSettingStore } from './settings/notification-setting.store.js';
import { WebhookChannel } from './webhooks/webhook.channel.js';

/**
 * Tells people, each as they chose, and the systems that asked for it. Only rows are written: what leaves the house does so
 * after this has committed.
 */
@Injectable()
export class TellPeopleUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: NotificationSettingStore,
    private readonly feed: FeedStore,
    private readonly inApp: InAppChannel,
    private readonly mail: MailChannel,
    private readonly webhooks: WebhookChannel,
  ) {}

  execute(notice: Notice): Promise<void> {
    const sorted: SortedNotice = { ...notice, category: categoryOf(notice.topic) };
    return this.transactions.inTransaction(async () => {
      const recipients = await this.settings.of(notice.tenant, notice.personIds);
      // everybody's, also of those who want no line: their list of tasks has changed all the same
      await this.feed.move(
        notice.tenant,
        recipients.map(({ personId }) => personId),
      );
      await this.inApp.tell(sorted, recipients);
      await this.mail.tell(sorted, recipients);
      await this.webhooks.tell(sorted);
    });
  }
}
