import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { CityCalendar } from '../../config/city-calendar.js';
import { Clock } from '../../database/clock.js';
import { CATEGORIES } from '../categories.js';
import type { SortedNotice } from '../notice.js';
import { choiceOf } from '../settings/choices.js';
import type { NotificationSetting } from '../settings/notification-setting.store.js';
import { nextDigest } from '../when.js';
import { NotificationStore, type NewNotification } from './notification.store.js';

/** A line per person in the bell: at once, or kept for the digest. A flood of what is not urgent becomes one line. */
@Injectable()
export class InAppChannel {
  constructor(
    private readonly store: NotificationStore,
    private readonly city: CityCalendar,
    private readonly clock: Clock,
  ) {}

  async tell(notice: SortedNotice, recipients: readonly NotificationSetting[]): Promise<void> {
    const { tenant, category, createdAt } = notice;
    const told = recipients.filter(({ choices }) => choiceOf(choices, category).inApp !== 'off');
    if (told.length === 0) return;
    await this.store.add(told.map((recipient) => this.lineFor(notice, recipient)));
    if (CATEGORIES[category].urgent) return;
    const personIds = told.map(({ personId }) => personId);
    await this.store.foldFlood(tenant, personIds, category, createdAt);
  }

  private lineFor(notice: SortedNotice, { personId, digestAt, choices }: NotificationSetting): NewNotification {
    const { id, topic, personIds: _, ...shown } = notice;
    const isHeld = choiceOf(choices, notice.category).inApp === 'digest';
    return {
      ...shown,
      // the same message and person give the same id, however often it is delivered
      id: v5(personId, id),
      personId,
      kind: topic,
      readAt: null,
      heldUntil: isHeld ? new Date(nextDigest(this.clock.now(), digestAt, this.city.calendar)) : null,
    };
  }
}
