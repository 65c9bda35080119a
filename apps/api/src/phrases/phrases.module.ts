import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { ChangePhrasesUseCase } from './change-phrases.use-case.js';
import { PhrasesController } from './phrases.controller.js';
import { PhrasesReadModel } from './phrases.read-model.js';
import { PhrasesStore } from './phrases.store.js';
import { UsePhraseUseCase } from './use-phrase.use-case.js';

@Module({
  imports: [PeopleModule],
  controllers: [PhrasesController],
  providers: [ChangePhrasesUseCase, PhrasesReadModel, PhrasesStore, UsePhraseUseCase],
})
export class PhrasesModule {}
