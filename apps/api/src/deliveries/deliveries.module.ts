import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { PeopleModule } from '../people/people.module.js';
import { TimersModule } from '../timers/timers.module.js';
import { AbandonMessageUseCase } from './abandon-message.use-case.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesReadModel } from './deliveries.read-model.js';
import { DeliveryConflicts } from './delivery-conflict.js';
import { LockedMessages } from './locked-messages.js';
import { RedeliverMessageUseCase } from './redeliver-message.use-case.js';
import { RetryMessageUseCase } from './retry-message.use-case.js';
import { RetryTimerUseCase } from './retry-timer.use-case.js';

@Module({
  imports: [DefinitionsModule, OutboxModule, PeopleModule, TimersModule],
  controllers: [DeliveriesController],
  providers: [
    AbandonMessageUseCase,
    DeliveriesReadModel,
    DeliveryConflicts,
    LockedMessages,
    RedeliverMessageUseCase,
    RetryMessageUseCase,
    RetryTimerUseCase,
  ],
})
export class DeliveriesModule {}
