import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import { FeedStore } from './inbox/feed.store.js';
import { NotificationStore } from './inbox/notification.store.js';
import { composeMail } from './mail/compose-mail.js';
import { MailLineStore, type DueMail } from './mail/mail-line.store.js';
import { MailOutbox } from './mail/mail-outbox.js';

/** Digests, and what was gathered for some minutes: lines become one mail, kept messages appear in the bell. */
@Injectable()
export class GatherDueUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly feed: FeedStore,
    private readonly notifications: NotificationStore,
    private readonly lines: MailLineStore,
    private readonly mails: MailOutbox,
    private readonly people: PeopleReadModel,
    private readonly clock: Clock,
  ) {}

  /** @returns how many people's digests and mails were made */
  async execute(limit = 1000): Promise<number> {
    let made = 0;
    for (; made < limit; made++) {
      const now = this.clock.date();
      const mail = await this.lines.nextDue(now);
      const held = mail ? null : await this.notifications.nextHeld(now);
      if (mail) await this.writeMail(mail, now);
      else if (held) await this.release(held, now);
      else break;
    }
    return made;
  }

  /** Of several processes the first takes all lines; the others wait at the feed and find none. */
  private writeMail(due: DueMail, now: Date): Promise<void> {
    const { tenant, personId } = due;
    return this.transactions.inTransaction(async () => {
      await this.feed.hold(tenant, personId);
      const lines = (await this.lines.takeAll(due, now)).map(({ line }) => line);
      if (lines.length === 0) return;
      const name = (await this.people.namesOf(tenant, [personId])).get(personId) ?? '';
      const instances = [...new Set(lines.map(({ instanceId }) => instanceId))];
      const instanceId = instances.length === 1 ? (instances[0] ?? null) : null;
      await this.mails.put(tenant, {
        ...composeMail(lines, name, this.mails.addressOf(tenant)),
        id: v7(),
        personId,
        instanceId,
      });
    });
  }

  private release({ tenant, personId }: { tenant: string; personId: string }, now: Date): Promise<unknown> {
    return this.transactions.inTransaction(async () => {
      await this.feed.move(tenant, [personId]);
      return this.notifications.releaseHeld(tenant, personId, now);
    });
  }
}
