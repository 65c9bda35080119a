import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { EvidenceReadModel } from '../evidence/evidence.read-model.js';
import { HandledTasksReadModel } from '../tasks/handled-tasks.read-model.js';
import { DifferenceReadModel } from './difference.read-model.js';
import { FormNamesReadModel } from './form-names.read-model.js';
import { FormViewReadModel } from './form-view.read-model.js';
import { ReturnItemsReadModel } from './return-items.read-model.js';
import { RoundsReadModel } from './rounds.read-model.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmissionsReadModel } from './submissions.read-model.js';

@Module({
  imports: [DefinitionsModule],
  controllers: [SubmissionsController],
  providers: [
    DifferenceReadModel,
    FormNamesReadModel,
    FormViewReadModel,
    ReturnItemsReadModel,
    EvidenceReadModel,
    HandledTasksReadModel,
    RoundsReadModel,
    SubmissionsReadModel,
  ],
  exports: [FormNamesReadModel, FormViewReadModel, RoundsReadModel],
})
export class SubmissionsModule {}
