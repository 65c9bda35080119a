import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../database/clock.js';
import { OutsideStore } from '../../outbox/outside.store.js';
import type { CityAddress, ComposedMail } from './compose-mail.js';

/** Puts finished mails into the outbox. */
@Injectable()
export class MailOutbox {
  constructor(
    private readonly outside: OutsideStore,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @param instanceId what all of it is about, when it is about one thing */
  async put(
    tenant: string,
    mail: ComposedMail & { readonly id: string; readonly personId: string; readonly instanceId: string | null },
  ): Promise<void> {
    const { id, personId, subject, text, instanceId } = mail;
    const now = this.clock.date();
    const payload = { personId, title: subject, text };
    await this.outside.add(tenant, [{ id, topic: 'mail.send', lane: 'mail', payload, instanceId, dueAt: now }], now);
  }

  addressOf(tenant: string): CityAddress {
    const { PUBLIC_URL } = this.settings;
    return PUBLIC_URL === '' ? null : `${PUBLIC_URL.replace(/\/$/, '')}/${tenant}`;
  }
}
