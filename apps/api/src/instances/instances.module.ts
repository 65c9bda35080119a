import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.js';
import { StandInsReadModel } from '../deputies/stand-ins.read-model.js';
import { MattersModule } from '../matters/matters.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ActCommand } from './act.command.js';
import { Answers } from './answers.js';
import { BatchCommand } from './batch.command.js';
import { EventCommand } from './event.command.js';
import { IncidentsReadModel } from './incidents.read-model.js';
import { JobCommand } from './job.command.js';
import { MatterActsController } from './matter-acts.controller.js';
import { MatterCommand } from './matter.command.js';
import { MatterOffers } from './matter-offers.js';
import { PredictionReadModel } from './prediction.read-model.js';
import { RetryIncidentUseCase } from './retry-incident.use-case.js';
import { StartBesideCommand } from './start-beside.command.js';
import { CurrentStepsReadModel } from './current-steps.read-model.js';
import { HistoryReadModel } from './history.read-model.js';
import { InstanceStore } from './instance.store.js';
import { InstanceStateReadModel } from './instance-state.read-model.js';
import { InstancesController } from './instances.controller.js';
import { InstancesReadModel } from './instances.read-model.js';
import { ObligationStartController } from './obligation-start.controller.js';
import { StartUnattendedCommand } from './start-unattended.command.js';
import { StartObligationUseCase } from './start-obligation.use-case.js';
import { StartCommand } from './start.command.js';
import { TimerCommand } from './timer.command.js';
import { VerifyInstanceUseCase } from './verify-instance.use-case.js';

// what other features may call: acts of people (tasks), of time, of handlers and of other flows run through here, and nowhere else
export { ActCommand } from './act.command.js';
export { hasLeft } from './automatic.js';
export { ActRequest } from './act-request.js';
export type { ActEnvelope, Draft, DraftAnswer } from './act-request.js';
export type { ActAnswer } from './act-answer.js';
export { BatchCommand } from './batch.command.js';
export type { BatchResult } from './batch.command.js';
export { EventCommand } from './event.command.js';
export { JobCommand } from './job.command.js';
export type { InStep, JobResult } from './job.command.js';
export { StartBesideCommand } from './start-beside.command.js';
export { StartUnattendedCommand } from './start-unattended.command.js';
export type { UnattendedStart } from './start-unattended.command.js';
export { standingOf } from './locked-state.js';
export type { LockedInstance } from './locked-state.js';
export { Refused } from './refused.js';
export { MatterCommand } from './matter.command.js';
export { MatterOffers } from './matter-offers.js';
export type { MatterOffer } from './matter-offers.js';
export { PredictionReadModel } from './prediction.read-model.js';
export type { PredictionView } from './prediction.read-model.js';
export { personsIn, sittingView } from './sitting-view.js';
export type { SittingView } from './sitting-view.js';
export { TimerCommand } from './timer.command.js';
export { cleanObject, cleanText } from './clean-text.js';

@Module({
  imports: [DefinitionsModule, MattersModule, PeopleModule, PlansModule],
  controllers: [InstancesController, MatterActsController, ObligationStartController],
  providers: [
    ActCommand,
    Answers,
    BatchCommand,
    CurrentStepsReadModel,
    EventCommand,
    HistoryReadModel,
    IncidentsReadModel,
    InstancesReadModel,
    InstanceStateReadModel,
    InstanceStore,
    JobCommand,
    MatterCommand,
    MatterOffers,
    PredictionReadModel,
    RetryIncidentUseCase,
    StandInsReadModel,
    StartBesideCommand,
    StartCommand,
    StartObligationUseCase,
    StartUnattendedCommand,
    TimerCommand,
    VerifyInstanceUseCase,
  ],
  exports: [
    ActCommand,
    BatchCommand,
    EventCommand,
    InstanceStateReadModel,
    JobCommand,
    MatterCommand,
    MatterOffers,
    PredictionReadModel,
    StartBesideCommand,
    StartUnattendedCommand,
    TimerCommand,
    VerifyInstanceUseCase,
  ],
})
export class InstancesModule {}
