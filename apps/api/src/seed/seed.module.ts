import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { SeedUseCase } from './seed.use-case.js';

@Module({ imports: [DefinitionsModule, IdentityModule, PeopleModule, PlansModule], providers: [SeedUseCase] })
export class SeedModule {}
