import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module.js';
import { FireDueUseCase } from './fire-due.use-case.js';
import { TimerPoller } from './timer-poller.js';
import { TimerStore } from './timer.store.js';

// deliveries lets people ask for a timer again
export { TimerStore } from './timer.store.js';
export type { LockedTimer } from './timer.store.js';

@Module({
  imports: [InstancesModule],
  providers: [FireDueUseCase, TimerPoller, TimerStore],
  exports: [FireDueUseCase, TimerStore],
})
export class TimersModule {}
