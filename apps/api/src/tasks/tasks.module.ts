import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { ApproveTaskUseCase } from './approve-task.use-case.js';
import { ClaimTaskUseCase } from './claim-task.use-case.js';
import { ReleaseTaskUseCase } from './release-task.use-case.js';
import { ReturnTaskUseCase } from './return-task.use-case.js';
import { SaveDraftUseCase } from './save-draft.use-case.js';
import { SubmitTaskUseCase } from './submit-task.use-case.js';
import { TaskPageReadModel } from './task-page.read-model.js';
import { TasksController } from './tasks.controller.js';
import { TasksReadModel } from './tasks.read-model.js';

@Module({
  imports: [InstancesModule, PlansModule, SubmissionsModule],
  controllers: [TasksController],
  providers: [
    ApproveTaskUseCase,
    ClaimTaskUseCase,
    ReleaseTaskUseCase,
    ReturnTaskUseCase,
    SaveDraftUseCase,
    SubmitTaskUseCase,
    TaskPageReadModel,
    TasksReadModel,
  ],
})
export class TasksModule {}
