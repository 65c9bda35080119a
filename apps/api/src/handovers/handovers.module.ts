import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { InstancesModule } from '../instances/instances.module.js';
import { HandOverUseCase } from './hand-over.use-case.js';
import { HandoversController } from './handovers.controller.js';
import { HandoversReadModel } from './handovers.read-model.js';

@Module({
  imports: [DefinitionsModule, InstancesModule],
  controllers: [HandoversController],
  providers: [HandOverUseCase, HandoversReadModel],
})
export class HandoversModule {}
