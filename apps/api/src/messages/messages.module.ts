import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { StartsModule } from '../starts/starts.module.js';
import { DeliverMessageConsumer } from './deliver-message.consumer.js';
import { DeliverSignalConsumer } from './deliver-signal.consumer.js';
import { MessagesController } from './messages.controller.js';
import { SayUseCase } from './say.use-case.js';

// the outbox tells these
export { DeliverMessageConsumer } from './deliver-message.consumer.js';
export { DeliverSignalConsumer } from './deliver-signal.consumer.js';

@Module({
  imports: [InstancesModule, PlansModule, StartsModule],
  controllers: [MessagesController],
  providers: [DeliverMessageConsumer, DeliverSignalConsumer, SayUseCase],
  exports: [DeliverMessageConsumer, DeliverSignalConsumer],
})
export class MessagesModule {}
