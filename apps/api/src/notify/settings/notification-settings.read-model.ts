import { Injectable } from '@nestjs/common';
import type { Actor } from '@chengban/domain';
import { Settings } from '../../config/settings.js';
import { notFound } from '../../http/problems/common-problems.js';
import { CATEGORIES, CATEGORY_NAMES } from '../categories.js';
import { choiceOf } from './choices.js';
import { NotificationSettingStore, type NotificationSetting } from './notification-setting.store.js';
import type { NotificationSettingsDto } from './notification-settings.dto.js';

/** A person's own settings, with every category in words. */
@Injectable()
export class NotificationSettingsReadModel {
  constructor(
    private readonly store: NotificationSettingStore,
    private readonly settings: Settings,
  ) {}

  async of({ tenant, personId }: Actor): Promise<NotificationSettingsDto> {
    const [setting] = await this.store.of(tenant, [personId]);
    if (!setting) throw notFound();
    return this.inWords(setting);
  }

  inWords({ email, digestAt, quiet, urgentInQuiet, choices, revision }: NotificationSetting): NotificationSettingsDto {
    const categories = CATEGORY_NAMES.map((category) => {
      const { name, help, urgent } = CATEGORIES[category];
      return { category, name, help, urgent, ...choiceOf(choices, category) };
    });
    const mailAvailable = this.settings.SMTP_URL !== '';
    return { email, mailAvailable, digestAt, quiet, urgentInQuiet, categories, revision };
  }
}
