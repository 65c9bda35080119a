import { Module } from '@nestjs/common';
import { InstanceCountsReadModel } from '../instances/instance-counts.read-model.js';
import { PeopleModule } from '../people/people.module.js';
import { DrawingSurroundings } from './drawing-surroundings.js';
import { CheckDefinitionUseCase } from './check-definition.use-case.js';
import { CreateDefinitionUseCase } from './create-definition.use-case.js';
import { DefinitionStore } from './definition.store.js';
import { DefinitionsController } from './definitions.controller.js';
import { DefinitionsReadModel } from './definitions.read-model.js';
import { DropDraftUseCase } from './drop-draft.use-case.js';
import { FlowsReadModel } from './flows.read-model.js';
import { PublishDefinitionUseCase } from './publish-definition.use-case.js';
import { SaveDraftUseCase } from './save-draft.use-case.js';
import { ScheduleStore } from './schedule.store.js';
import { SeedDefinitionsUseCase } from './seed-definitions.use-case.js';

@Module({
  imports: [PeopleModule],
  controllers: [DefinitionsController],
  providers: [
    CheckDefinitionUseCase,
    DrawingSurroundings,
    CreateDefinitionUseCase,
    DefinitionStore,
    DefinitionsReadModel,
    DropDraftUseCase,
    FlowsReadModel,
    // reads only counts and depends on nothing of the instances: their module imports this one
    InstanceCountsReadModel,
    PublishDefinitionUseCase,
    SaveDraftUseCase,
    ScheduleStore,
    SeedDefinitionsUseCase,
  ],
  exports: [FlowsReadModel, SeedDefinitionsUseCase],
})
export class DefinitionsModule {}
