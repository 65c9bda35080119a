import { Injectable } from '@nestjs/common';
import type { Actor } from '@chengban/domain';
import { v5 } from 'uuid';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../database/clock.js';
import { Transactions } from '../../database/transactions.js';
import { Problem } from '../../http/problems/problem.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { NotificationSettingStore } from './notification-setting.store.js';

const MINUTE = 60_000;

/** 发一封测试邮件 to one's own address; more than one a minute are one, so that nobody floods a mailbox. */
@Injectable()
export class TestMailUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: NotificationSettingStore,
    private readonly mails: MailOutbox,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @returns the address @throws Problem 422 without an address or a mail server */
  execute({ tenant, personId, name }: Actor): Promise<string> {
    return this.transactions.inTransaction(async () => {
      const [setting] = await this.store.of(tenant, [personId]);
      if (this.settings.SMTP_URL === '') throw NO_SERVER;
      if (!setting?.email) throw NO_ADDRESS;
      await this.mails.put(tenant, {
        id: v5(`test mail ${Math.floor(this.clock.now() / MINUTE)}`, personId),
        personId,
        subject: '承办：测试邮件',
        text: `${name}，您好：\n\n这是一封测试邮件。您能看到它，说明邮件通知可以送到这个地址。`,
        instanceId: null,
      });
      return setting.email;
    });
  }
}

const NO_SERVER = new Problem({
  status: 422,
  code: 'mail-not-available',
  title: '本系统没有配置邮件服务器',
  detail: '请联系系统维护人员配置后再试。',
});

const NO_ADDRESS = new Problem({
  status: 422,
  code: 'no-mail-address',
  title: '还没有填写邮件地址',
  detail: '请先填写邮件地址并保存，再发测试邮件。',
});
