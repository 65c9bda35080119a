import { Module } from '@nestjs/common';
import { PeopleController } from './people.controller.js';
import { PeopleReadModel } from './people.read-model.js';
import { PeopleStore } from './people.store.js';
import { PersonListReadModel } from './person-list.read-model.js';
import { PersonSearchReadModel } from './person-search.read-model.js';
import { UnitsController } from './units.controller.js';
import { UnitsReadModel } from './units.read-model.js';

@Module({
  controllers: [PeopleController, UnitsController],
  providers: [PeopleReadModel, PeopleStore, PersonListReadModel, PersonSearchReadModel, UnitsReadModel],
  exports: [PeopleReadModel, PeopleStore, PersonSearchReadModel, UnitsReadModel],
})
export class PeopleModule {}
