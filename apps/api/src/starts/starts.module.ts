import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { InstancesModule } from '../instances/instances.module.js';
import { BeginDueUseCase } from './begin-due.use-case.js';
import { BeginFlowConsumer } from './begin-flow.consumer.js';
import { BeginWithSignalUseCase } from './begin-with-signal.use-case.js';
import { ScheduledStartStore } from './scheduled-start.store.js';
import { StartMessagesStore } from './start-messages.store.js';
import { StartPoller } from './start-poller.js';

// the outbox tells these
export { BeginWithSignalUseCase } from './begin-with-signal.use-case.js';
export { BeginFlowConsumer } from './begin-flow.consumer.js';
// deliveries lets people ask for a time again
export { ScheduledStartStore } from './scheduled-start.store.js';

@Module({
  imports: [DefinitionsModule, InstancesModule],
  providers: [
    BeginDueUseCase,
    BeginFlowConsumer,
    BeginWithSignalUseCase,
    ScheduledStartStore,
    StartMessagesStore,
    StartPoller,
  ],
  exports: [BeginDueUseCase, BeginFlowConsumer, BeginWithSignalUseCase, ScheduledStartStore],
})
export class StartsModule {}
