import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { InstancesModule } from '../instances/instances.module.js';
import { BeginDueUseCase } from './begin-due.use-case.js';
import { BeginFlowConsumer } from './begin-flow.consumer.js';
import { ScheduledStartStore } from './scheduled-start.store.js';
import { StartPoller } from './start-poller.js';

// the outbox tells it
export { BeginFlowConsumer } from './begin-flow.consumer.js';

@Module({
  imports: [DefinitionsModule, InstancesModule],
  providers: [BeginDueUseCase, BeginFlowConsumer, ScheduledStartStore, StartPoller],
  exports: [BeginDueUseCase, BeginFlowConsumer],
})
export class StartsModule {}
