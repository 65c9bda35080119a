import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { MatterReadModel } from './matter.read-model.js';
import { OfferedVerbsReadModel } from './offered-verbs.read-model.js';

@Module({
  imports: [DefinitionsModule],
  providers: [MatterReadModel, OfferedVerbsReadModel],
  exports: [MatterReadModel, OfferedVerbsReadModel],
})
export class MattersModule {}
