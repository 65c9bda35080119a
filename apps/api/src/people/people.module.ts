import { Module } from '@nestjs/common';
import { PeopleReadModel } from './people.read-model.js';

@Module({ providers: [PeopleReadModel], exports: [PeopleReadModel] })
export class PeopleModule {}
