import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module.js';
import { NotifyModule } from '../notify/notify.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ExtendDeadlineHandler } from './handlers/extend-deadline.handler.js';
import { HANDLERS, type Handler } from './handlers/handler.js';
import { NotifyHandler } from './handlers/notify.handler.js';
import { HandlersController } from './handlers.controller.js';
import { JobPoller } from './job-poller.js';
import { JobStore } from './job.store.js';
import { RunDueJobsUseCase } from './run-due-jobs.use-case.js';

@Module({
  imports: [InstancesModule, NotifyModule, PlansModule],
  controllers: [HandlersController],
  providers: [
    JobPoller,
    JobStore,
    ExtendDeadlineHandler,
    NotifyHandler,
    RunDueJobsUseCase,
    // exports join this list
    {
      provide: HANDLERS,
      useFactory: (...handlers: Handler[]) => handlers,
      inject: [ExtendDeadlineHandler, NotifyHandler],
    },
  ],
  exports: [RunDueJobsUseCase],
})
export class JobsModule {}
