import { Module } from '@nestjs/common';
import { CopiesModule, CopyRequestedConsumer } from '../copies/copies.module.js';
import { DeputiesModule, TellDeputiesConsumer } from '../deputies/deputies.module.js';
import { DeliverMessageConsumer, DeliverSignalConsumer, MessagesModule } from '../messages/messages.module.js';
import { MailSender, NotifyModule, NotifyPeopleConsumer, WebhookSender } from '../notify/notify.module.js';
import { BeginFlowConsumer, StartsModule } from '../starts/starts.module.js';
import { CONSUMERS, type Consumer } from './consumer.js';
import { DeliverDueUseCase } from './deliver-due.use-case.js';
import { OutboxPoller } from './outbox-poller.js';
import { OutsidePoller } from './outside-poller.js';
import { OutsideStore } from './outside.store.js';
import { SendOutsideUseCase } from './send-outside.use-case.js';
import { SENDERS, type Sender } from './sender.js';
import { OutboxStore } from './outbox.store.js';

@Module({
  imports: [CopiesModule, DeputiesModule, MessagesModule, NotifyModule, StartsModule],
  providers: [
    DeliverDueUseCase,
    OutboxPoller,
    OutboxStore,
    OutsidePoller,
    OutsideStore,
    SendOutsideUseCase,
    {
      provide: SENDERS,
      useFactory: (...senders: Sender[]) => senders,
      inject: [MailSender, WebhookSender],
    },
    // exports join this list
    {
      provide: CONSUMERS,
      useFactory: (...consumers: Consumer[]) => consumers,
      inject: [
        NotifyPeopleConsumer,
        DeliverMessageConsumer,
        DeliverSignalConsumer,
        BeginFlowConsumer,
        CopyRequestedConsumer,
        TellDeputiesConsumer,
      ],
    },
  ],
  exports: [DeliverDueUseCase, OutboxStore],
})
export class OutboxModule {}
