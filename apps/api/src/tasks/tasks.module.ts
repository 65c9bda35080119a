import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { ActOnTaskUseCase } from './act-on-task.use-case.js';
import { ApproveBatchUseCase } from './approve-batch.use-case.js';
import { ApproveTaskUseCase } from './approve-task.use-case.js';
import { ClaimTaskUseCase } from './claim-task.use-case.js';
import { ReleaseTaskUseCase } from './release-task.use-case.js';
import { ReturnTaskUseCase } from './return-task.use-case.js';
import { SaveDraftUseCase } from './save-draft.use-case.js';
import { SubmitTaskUseCase } from './submit-task.use-case.js';
import { TaskApprovalReadModel } from './task-approval.read-model.js';
import { TaskFormReadModel } from './task-form.read-model.js';
import { TaskPageReadModel } from './task-page.read-model.js';
import { TaskActsController } from './task-acts.controller.js';
import { TaskPeopleController } from './task-people.controller.js';
import { TaskPeopleReadModel } from './task-people.read-model.js';
import { TasksController } from './tasks.controller.js';
import { TasksReadModel } from './tasks.read-model.js';

@Module({
  imports: [InstancesModule, PeopleModule, PlansModule, SubmissionsModule],
  controllers: [TasksController, TaskActsController, TaskPeopleController],
  providers: [
    ActOnTaskUseCase,
    ApproveBatchUseCase,
    ApproveTaskUseCase,
    ClaimTaskUseCase,
    ReleaseTaskUseCase,
    ReturnTaskUseCase,
    SaveDraftUseCase,
    SubmitTaskUseCase,
    TaskApprovalReadModel,
    TaskFormReadModel,
    TaskPageReadModel,
    TaskPeopleReadModel,
    TasksReadModel,
  ],
})
export class TasksModule {}
