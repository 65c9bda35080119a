import { Module } from '@nestjs/common';
import { DefinitionNamesReadModel } from '../definitions/definition-names.read-model.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { PeopleModule } from '../people/people.module.js';
import { DeputiesController } from './deputies.controller.js';
import { DeputyRuleStore } from './deputy-rule.store.js';
import { DeputyRulesReadModel } from './deputy-rules.read-model.js';
import { EndRuleUseCase } from './end-rule.use-case.js';
import { MakeRuleUseCase } from './make-rule.use-case.js';
import { StandInsReadModel } from './stand-ins.read-model.js';
import { TellDeputiesConsumer } from './tell-deputies.consumer.js';

// the outbox tells it
export { TellDeputiesConsumer } from './tell-deputies.consumer.js';

@Module({
  imports: [PeopleModule],
  controllers: [DeputiesController],
  providers: [
    DefinitionNamesReadModel,
    DeputyRulesReadModel,
    DeputyRuleStore,
    EndRuleUseCase,
    MakeRuleUseCase,
    OutboxStore,
    StandInsReadModel,
    TellDeputiesConsumer,
  ],
  exports: [TellDeputiesConsumer],
})
export class DeputiesModule {}
