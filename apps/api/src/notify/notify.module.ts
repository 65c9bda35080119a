import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { OutsideStore } from '../outbox/outside.store.js';
import { PeopleModule } from '../people/people.module.js';
import { GatherDueUseCase } from './gather-due.use-case.js';
import { GatherPoller } from './gather-poller.js';
import { FeedStore } from './inbox/feed.store.js';
import { InAppChannel } from './inbox/in-app.channel.js';
import { NotificationStore } from './inbox/notification.store.js';
import { NotificationsController } from './inbox/notifications.controller.js';
import { NotificationsReadModel } from './inbox/notifications.read-model.js';
import { ReadNotificationUseCase } from './inbox/read-notification.use-case.js';
import { LiveHub } from './live/live-hub.js';
import { LivePoller } from './live/live-poller.js';
import { LiveController } from './live/live.controller.js';
import { MailLineStore } from './mail/mail-line.store.js';
import { MailOutbox } from './mail/mail-outbox.js';
import { MailTransport } from './mail/mail-transport.js';
import { MailChannel } from './mail/mail.channel.js';
import { MailSender } from './mail/mail.sender.js';
import { NotifyPeopleConsumer } from './notify-people.consumer.js';
import { NotificationSettingStore } from './settings/notification-setting.store.js';
import { NotificationSettingsController } from './settings/notification-settings.controller.js';
import { NotificationSettingsReadModel } from './settings/notification-settings.read-model.js';
import { SaveSettingsUseCase } from './settings/save-settings.use-case.js';
import { TestMailUseCase } from './settings/test-mail.use-case.js';
import { TellPeopleUseCase } from './tell-people.use-case.js';
import { ChangeWebhookUseCase } from './webhooks/change-webhook.use-case.js';
import { CreateWebhookUseCase } from './webhooks/create-webhook.use-case.js';
import { LockedWebhooks } from './webhooks/locked-webhooks.js';
import { RemoveWebhookUseCase } from './webhooks/remove-webhook.use-case.js';
import { RenewSecretUseCase } from './webhooks/renew-secret.use-case.js';
import { TryWebhookUseCase } from './webhooks/try-webhook.use-case.js';
import { WebhookChannel } from './webhooks/webhook.channel.js';
import { WebhookSender } from './webhooks/webhook.sender.js';
import { WebhookStore } from './webhooks/webhook.store.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksReadModel } from './webhooks/webhooks.read-model.js';

// the outbox tells these, and lets them carry out what leaves the house
export { MailSender } from './mail/mail.sender.js';
export { NotifyPeopleConsumer } from './notify-people.consumer.js';
export { WebhookSender } from './webhooks/webhook.sender.js';
// handlers of service tasks tell people too
export { TellPeopleUseCase } from './tell-people.use-case.js';

@Module({
  imports: [IdentityModule, PeopleModule],
  controllers: [LiveController, NotificationsController, NotificationSettingsController, WebhooksController],
  providers: [
    ChangeWebhookUseCase,
    CreateWebhookUseCase,
    FeedStore,
    GatherDueUseCase,
    GatherPoller,
    InAppChannel,
    LiveHub,
    LivePoller,
    LockedWebhooks,
    MailChannel,
    MailLineStore,
    MailOutbox,
    MailSender,
    MailTransport,
    NotificationSettingsReadModel,
    NotificationSettingStore,
    NotificationsReadModel,
    NotificationStore,
    NotifyPeopleConsumer,
    OutsideStore,
    ReadNotificationUseCase,
    RemoveWebhookUseCase,
    RenewSecretUseCase,
    SaveSettingsUseCase,
    TellPeopleUseCase,
    TestMailUseCase,
    TryWebhookUseCase,
    WebhookChannel,
    WebhookSender,
    WebhooksReadModel,
    WebhookStore,
  ],
  exports: [MailSender, NotifyPeopleConsumer, TellPeopleUseCase, WebhookSender],
})
export class NotifyModule {}
