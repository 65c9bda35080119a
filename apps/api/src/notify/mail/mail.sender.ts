import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { NotificationSettingStore } from '../settings/notification-setting.store.js';
import type { OutsideMessage, Sender } from '../../outbox/sender.js';
import { PeopleReadModel } from '../../people/people.read-model.js';
import { mayMailTo } from './may-mail-to.js';
import { MailTransport } from './mail-transport.js';
import { oneLine } from './one-line.js';

/** What the outbox keeps of a mail. The address is looked up when it leaves: it may have changed while it waited. */
interface MailPayload {
  readonly personId: string;
  /** the subject */
  readonly title: string;
  readonly text: string;
}

@Injectable()
export class MailSender implements Sender {
  readonly topic = 'mail.send';
  readonly perLane = 10;

  constructor(
    private readonly people: NotificationSettingStore,
    private readonly names: PeopleReadModel,
    private readonly transport: MailTransport,
    private readonly settings: Settings,
  ) {}

  async send({ tenant, id, payload }: OutsideMessage): Promise<void> {
    const { personId, title, text } = payload as unknown as MailPayload;
    const [person] = await this.people.of(tenant, [personId]);
    // who took the address away wants no mail any more
    if (!person?.email || !mayMailTo(person.email, this.settings.MAIL_TO_DOMAINS)) return;
    const name = oneLine((await this.names.namesOf(tenant, [personId])).get(personId) ?? '');
    await this.transport.send({ to: { name, address: person.email }, subject: oneLine(title), text, id });
  }
}
