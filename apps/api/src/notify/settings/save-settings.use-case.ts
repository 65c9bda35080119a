import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { requireOn } from '../../access/require-ability.js';
import { Settings } from '../../config/settings.js';
import { Transactions } from '../../database/transactions.js';
import { invalidInput, notFound, stale } from '../../http/problems/common-problems.js';
import { mayMailTo } from '../mail/may-mail-to.js';
import { NotificationSettingStore, type NotificationSetting } from './notification-setting.store.js';

export type NewSetting = Omit<NotificationSetting, 'personId' | 'revision'>;

/** How somebody wants to be told from now on. What already waits for a digest comes when it was to come. */
@Injectable()
export class SaveSettingsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: NotificationSettingStore,
    private readonly settings: Settings,
  ) {}

  /** @param seen null: whatever there is @throws Problem 400, 409 */
  execute(
    { tenant, personId }: Actor,
    ability: AppAbility,
    wanted: NewSetting,
    seen: number | null,
  ): Promise<NotificationSetting> {
    const { MAIL_TO_DOMAINS } = this.settings;
    if (wanted.email !== null && !mayMailTo(wanted.email, MAIL_TO_DOMAINS))
      throw invalidInput([{ field: 'email', message: `本系统只往单位邮箱发邮件，请填写 ${MAIL_TO_DOMAINS} 的地址` }]);
    return this.transactions.inTransaction(async () => {
      await this.store.lock(tenant, personId);
      const [before] = await this.store.of(tenant, [personId]);
      if (!before) throw notFound();
      requireOn(ability, 'update', 'NotificationSetting', { tenant, personId }, '只能修改自己的通知设置');
      if (seen !== null && seen !== before.revision) throw stale({ revision: before.revision });
      const after = { ...wanted, personId, revision: before.revision + 1 };
      await this.store.save(tenant, after);
      return after;
    });
  }
}
