import { Module } from '@nestjs/common';
import { MattersModule } from '../matters/matters.module.js';
import { PeopleModule } from '../people/people.module.js';
import { OpenTasksReadModel } from '../tasks/open-tasks.read-model.js';
import { ConfirmPlanDraftUseCase } from './confirm-plan-draft.use-case.js';
import { CorrectMeasureUseCase } from './correct-measure.use-case.js';
import { ExtensionStore } from './extension.store.js';
import { ExtensionsReadModel } from './extensions.read-model.js';
import { ImportPlanDraftUseCase } from './import-plan-draft.use-case.js';
import { MakePlanLiveUseCase } from './make-plan-live.use-case.js';
import { ObligationsController } from './obligations.controller.js';
import { ObligationsReadModel } from './obligations.read-model.js';
import { ObligationStore } from './obligation.store.js';
import { OverviewReadModel } from './overview.read-model.js';
import { PlanDraftReadModel } from './plan-draft.read-model.js';
import { PlanDraftsController } from './plan-drafts.controller.js';
import { PlanDraftStore } from './plan-draft.store.js';
import { PlansController } from './plans.controller.js';
import { PlansReadModel } from './plans.read-model.js';
import { PlanStore } from './plan.store.js';

// what other features may call: asking for a later deadline, and moving it once that was agreed to
export { extensionUnderWay } from './extend-offer.js';
export { ExtensionStore } from './extension.store.js';

@Module({
  imports: [MattersModule, PeopleModule],
  controllers: [ObligationsController, PlanDraftsController, PlansController],
  providers: [
    ConfirmPlanDraftUseCase,
    CorrectMeasureUseCase,
    ImportPlanDraftUseCase,
    MakePlanLiveUseCase,
    ExtensionsReadModel,
    ExtensionStore,
    ObligationsReadModel,
    ObligationStore,
    // reads one table and needs nothing of its own feature, which in turn needs this one
    OpenTasksReadModel,
    OverviewReadModel,
    PlanDraftReadModel,
    PlanDraftStore,
    PlansReadModel,
    PlanStore,
  ],
  exports: [ExtensionStore, MakePlanLiveUseCase, ObligationsReadModel, ObligationStore, PlanDraftStore],
})
export class PlansModule {}
