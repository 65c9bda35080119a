import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module.js';
import { NotifyModule } from '../notify/notify.module.js';
import { HANDLERS } from './handlers/handler.js';
import { NotifyHandler } from './handlers/notify.handler.js';
import { HandlersController } from './handlers.controller.js';
import { JobPoller } from './job-poller.js';
import { JobStore } from './job.store.js';
import { RunDueJobsUseCase } from './run-due-jobs.use-case.js';

@Module({
  imports: [InstancesModule, NotifyModule],
  controllers: [HandlersController],
  providers: [
    JobPoller,
    JobStore,
    NotifyHandler,
    RunDueJobsUseCase,
    // exports join this list
    { provide: HANDLERS, useFactory: (notify: NotifyHandler) => [notify], inject: [NotifyHandler] },
  ],
  exports: [RunDueJobsUseCase],
})
export class JobsModule {}
