import { Module } from '@nestjs/common';
import { DeliverMessageConsumer, DeliverSignalConsumer, MessagesModule } from '../messages/messages.module.js';
import { BeginFlowConsumer, StartsModule } from '../starts/starts.module.js';
import { CONSUMERS, type Consumer } from './consumer.js';
import { DeliverDueUseCase } from './deliver-due.use-case.js';
import { NotificationStore } from './notification.store.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsReadModel } from './notifications.read-model.js';
import { NotifyPeopleConsumer } from './notify-people.consumer.js';
import { OutboxPoller } from './outbox-poller.js';
import { OutboxStore } from './outbox.store.js';
import { ReadNotificationUseCase } from './read-notification.use-case.js';

@Module({
  imports: [MessagesModule, StartsModule],
  controllers: [NotificationsController],
  providers: [
    DeliverDueUseCase,
    NotificationsReadModel,
    NotificationStore,
    NotifyPeopleConsumer,
    OutboxPoller,
    OutboxStore,
    ReadNotificationUseCase,
    // mail, webhooks and exports join this list
    {
      provide: CONSUMERS,
      useFactory: (...consumers: Consumer[]) => consumers,
      inject: [NotifyPeopleConsumer, DeliverMessageConsumer, DeliverSignalConsumer, BeginFlowConsumer],
    },
  ],
  exports: [DeliverDueUseCase, OutboxStore],
})
export class OutboxModule {}
