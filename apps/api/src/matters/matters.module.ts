import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { MatterReadModel } from './matter.read-model.js';
import { OfferedVerbs } from './offered-verbs.js';

@Module({
  imports: [DefinitionsModule],
  providers: [MatterReadModel, OfferedVerbs],
  exports: [MatterReadModel, OfferedVerbs],
})
export class MattersModule {}
