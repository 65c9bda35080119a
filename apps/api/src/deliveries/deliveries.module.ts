import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { PeopleModule } from '../people/people.module.js';
import { StartsModule } from '../starts/starts.module.js';
import { TimersModule } from '../timers/timers.module.js';
import { AbandonMessageUseCase } from './abandon-message.use-case.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesReadModel } from './deliveries.read-model.js';
import { DeliveryConflicts } from './delivery-conflict.js';
import { LockedMessages } from './locked-messages.js';
import { RetryTimeUseCase } from './retry-time.use-case.js';
import { TryMessageAgainUseCase } from './try-message-again.use-case.js';

@Module({
  imports: [DefinitionsModule, OutboxModule, PeopleModule, StartsModule, TimersModule],
  controllers: [DeliveriesController],
  providers: [
    AbandonMessageUseCase,
    DeliveriesReadModel,
    DeliveryConflicts,
    LockedMessages,
    RetryTimeUseCase,
    TryMessageAgainUseCase,
  ],
})
export class DeliveriesModule {}
