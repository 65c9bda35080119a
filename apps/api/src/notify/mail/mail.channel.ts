import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { CityCalendar } from '../../config/city-calendar.js';
import { Clock } from '../../database/clock.js';
import { Settings } from '../../config/settings.js';
import { CATEGORIES } from '../categories.js';
import type { SortedNotice } from '../notice.js';
import { choiceOf } from '../settings/choices.js';
import type { NotificationSetting } from '../settings/notification-setting.store.js';
import { afterQuiet, nextDigest } from '../when.js';
import type { MailLine } from './compose-mail.js';
import { MailLineStore } from './mail-line.store.js';

/** What follows a message within so many minutes is told in one mail with it. */
const GATHERING_MS = 3 * 60_000;

/** Who left an address is told by mail: what is urgent at once, the rest gathered for some minutes or for the digest. */
@Injectable()
export class MailChannel {
  constructor(
    private readonly lines: MailLineStore,
    private readonly settings: Settings,
    private readonly city: CityCalendar,
    private readonly clock: Clock,
  ) {}

  async tell(notice: SortedNotice, recipients: readonly NotificationSetting[]): Promise<void> {
    if (this.settings.SMTP_URL === '') return;
    const { tenant, id, category, title, text, taskId, instanceId, obligationId } = notice;
    const line: MailLine = { category, title, text, taskId, instanceId, obligationId };
    const lines = recipients.flatMap((recipient) => {
      const when = this.whenFor(notice, recipient);
      const { personId } = recipient;
      return when ? [{ id: v5(personId, v5('mail', id)), personId, line, ...when }] : [];
    });
    await this.lines.add(tenant, lines);
  }

  private whenFor(
    { category }: SortedNotice,
    { email, choices, digestAt, quiet, urgentInQuiet }: NotificationSetting,
  ): { pace: 'soon' | 'digest'; dueAt: Date } | null {
    const pace = choiceOf(choices, category).mail;
    if (email === null || pace === 'off') return null;
    const now = this.clock.now();
    if (pace === 'digest') return { pace, dueAt: new Date(nextDigest(now, digestAt, this.city.calendar)) };
    const { urgent } = CATEGORIES[category];
    const dueAt = urgent && urgentInQuiet ? now : afterQuiet(urgent ? now : now + GATHERING_MS, quiet);
    return { pace: 'soon', dueAt: new Date(dueAt) };
  }
}
